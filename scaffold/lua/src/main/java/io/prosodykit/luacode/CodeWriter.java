package io.prosodykit.luacode;

import io.prosodykit.lua.LuaPosition;
import java.util.ArrayList;
import java.util.List;

/** Writes the parts of composed code, and notes where it uses libraries. */
final class CodeWriter {
  private final StringBuilder text = new StringBuilder();
  private final List<Use> uses = new ArrayList<>();
  private int indentation;
  private int line = 1;
  private int lineStart;

  /** A library that the code names. */
  record Use(LuaLibrary library, LuaPosition position) {}

  void write(List<CodePart> parts) {
    for (int i = 0; i < parts.size(); i++) {
      CodePart part = parts.get(i);
      if (part instanceof CodePart.Text tokens) {
        indented(tokens.text());
      } else if (part instanceof CodePart.Verbatim literal) {
        indent();
        append(separator(text, literal.text()) + literal.text());
      } else if (part instanceof CodePart.Numeral number) {
        number(number.text(), following(parts, i + 1));
      } else if (part instanceof CodePart.Library use) {
        library(use.library());
      } else if (part instanceof CodePart.FreshLine) {
        freshLine();
      } else if (part instanceof CodePart.Indent change) {
        indentation += change.by();
      }
    }
  }

  /** The libraries that were written, in the order of the text. */
  List<Use> uses() {
    return uses;
  }

  LuaPosition position() {
    return new LuaPosition(line, text.codePointCount(lineStart, text.length()) + 1);
  }

  void freshLine() {
    if (text.length() != lineStart) {
      append("\n");
    }
  }

  private void library(LuaLibrary library) {
    indent();
    uses.add(new Use(library, position()));
    append(library.local());
  }

  /** {@code -5^2} is -25, {@code --5} is a comment, and {@code 5..x} is not a number. */
  private void number(String number, String next) {
    indent();
    boolean afterMinus = !text.isEmpty() && text.charAt(text.length() - 1) == '-';
    boolean inParentheses =
        number.charAt(0) == '-' && (afterMinus || next.stripLeading().startsWith("^"));
    append(inParentheses ? "(" + number + ")" : number);
    if (next.startsWith(".")) {
      append(" ");
    }
  }

  /** The text after a part; empty if another part follows. */
  private static String following(List<CodePart> parts, int next) {
    return next < parts.size() && parts.get(next) instanceof CodePart.Text text ? text.text() : "";
  }

  private void indented(String code) {
    int begin = 0;
    while (begin < code.length()) {
      int end = code.indexOf('\n', begin) + 1;
      String part = code.substring(begin, end == 0 ? code.length() : end);
      if (!part.equals("\n")) {
        indent();
      }
      append(separator(text, part) + part);
      begin += part.length();
    }
  }

  /**
   * What is written between two pieces of code: a space if they would begin a comment or a long
   * string.
   */
  static String separator(CharSequence before, String after) {
    if (before.isEmpty() || after.isEmpty()) {
      return "";
    }
    char last = before.charAt(before.length() - 1);
    char next = after.charAt(0);
    return next == last && (next == '-' || next == '[') ? " " : "";
  }

  private void indent() {
    if (text.length() == lineStart) {
      append("\t".repeat(indentation));
    }
  }

  private void append(String written) {
    for (int end = written.indexOf('\n'); end >= 0; end = written.indexOf('\n', end + 1)) {
      line++;
      lineStart = text.length() + end + 1;
    }
    text.append(written);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
