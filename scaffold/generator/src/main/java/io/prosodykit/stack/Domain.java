package io.prosodykit.stack;

import io.prosodykit.text.VisibleText;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * Names of domains, as Prosody compares them: nameprep (RFC 3491), with letters, digits and hyphens
 * (RFC 1123).
 */
final class Domain {
  private static final int LONGEST = 253;

  private Domain() {}

  /** {@return the prepared name; empty if the text is not the name of a domain} */
  static Optional<String> prepare(String name) {
    return ascii(name)
        .map(ascii -> IDN.toUnicode(ascii, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
  }

  /** {@return the name in ASCII, for a file; empty if the text is not the name of a domain} */
  static Optional<String> ascii(String name) {
    try {
      String ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return ascii.isEmpty() || ascii.length() > LONGEST || ascii.endsWith(".")
          ? Optional.empty()
          : Optional.of(ascii);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String problem(String name) {
    return "\""
        + VisibleText.brief(name)
        + "\" is not the name of a host: use letters, digits and hyphens between dots, as in example.org";
  }
}
