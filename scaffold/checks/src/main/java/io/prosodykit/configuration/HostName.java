package io.prosodykit.configuration;

import java.net.IDN;
import java.util.Optional;
import java.util.StringJoiner;

/** Names of hosts in the form that servers compare: as nameprep (RFC 3491) prepares them. */
final class HostName {
  private HostName() {}

  /**
   * {@return the prepared name; empty if it has characters that nameprep forbids}
   *
   * @param name any text
   */
  static Optional<String> prepare(String name) {
    StringJoiner prepared = new StringJoiner(".");
    int from = 0;
    while (true) {
      int dot = name.indexOf('.', from);
      Optional<String> label = label(name.substring(from, dot < 0 ? name.length() : dot));
      if (label.isEmpty()) {
        return label;
      }
      prepared.add(label.get());
      if (dot < 0) {
        return Optional.of(prepared.toString());
      }
      from = dot + 1;
    }
  }

  private static Optional<String> label(String label) {
    if (isAscii(label)) {
      return Optional.of(lowerCase(label));
    }
    try {
      // the JDK has nameprep only as a step on the way to ASCII
      String ascii = IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
      return Optional.of(IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static String lowerCase(String ascii) {
    StringBuilder lower = new StringBuilder(ascii);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c - 'A' + 'a'));
      }
    }
    return lower.toString();
  }
}
