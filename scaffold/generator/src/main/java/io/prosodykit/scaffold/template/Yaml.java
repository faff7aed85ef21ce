package io.prosodykit.scaffold.template;

import io.prosodykit.text.VisibleText;

/** Writes text as YAML 1.2 double-quoted scalars (section 7.3.1), always on one line. */
final class Yaml {
  private Yaml() {}

  static String quote(String text) {
    StringBuilder scalar = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(codePoint -> appendQuoted(scalar, codePoint));
    return scalar.append('"').toString();
  }

  private static void appendQuoted(StringBuilder scalar, int codePoint) {
    if (codePoint == '\n') {
      scalar.append("\\n");
    } else if (codePoint == '"' || codePoint == '\\') {
      scalar.append('\\').appendCodePoint(codePoint);
    } else if (VisibleText.isInvisible(codePoint)) {
      scalar.append(String.format(codePoint > 0xFFFF ? "\\U%08X" : "\\u%04X", codePoint));
    } else {
      scalar.appendCodePoint(codePoint);
    }
  }
}
