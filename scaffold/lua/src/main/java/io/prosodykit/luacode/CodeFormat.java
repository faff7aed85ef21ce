package io.prosodykit.luacode;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaText;
import io.prosodykit.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a format, and puts the arguments in place of its placeholders. */
final class CodeFormat {
  private static final String PLACEHOLDERS = "write $S, $L, $N or $M, or $$ for a dollar sign";

  private final String format;
  private final @Nullable Object[] arguments;
  private final ImmutableList.Builder<CodePart> parts = ImmutableList.builder();
  private final StringBuilder text = new StringBuilder();
  private final List<String> problems = new ArrayList<>();
  private int at;
  private int used;

  private CodeFormat(String format, @Nullable Object[] arguments) {
    this.format = format.replace("\r\n", "\n").replace('\r', '\n');
    this.arguments = arguments;
  }

  /**
   * The parts of the code.
   *
   * @throws IllegalArgumentException with all problems, if there are any
   */
  static ImmutableList<CodePart> parts(String format, @Nullable Object... arguments) {
    CodeFormat reader = new CodeFormat(format, arguments);
    reader.read();
    return reader.parts.build();
  }

  private void read() {
    if (VisibleText.hasUnpairedSurrogate(format)) {
      problems.add("the text " + VisibleText.UNPAIRED_SURROGATE);
    }
    while (at < format.length()) {
      char next = format.charAt(at);
      if (next == '"' || next == '\'') {
        literal("string", shortString(next));
      } else if (format.startsWith("--", at)) {
        literal("comment", comment());
      } else if (next == '[' && longBracket(at) != null) {
        literal("string", longEnd(at));
      } else if (next == '$') {
        placeholder();
      } else {
        text.append(next);
        at++;
      }
    }
    endText();
    if (used < arguments.length && problems.isEmpty()) {
      problems.add(
          "there are more arguments than placeholders: %d and %d"
              .formatted(arguments.length, used));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "the format \"" + VisibleText.brief(format) + "\": " + String.join("; ", problems));
    }
  }

  private void endText() {
    if (!text.isEmpty()) {
      parts.add(new CodePart.Text(text.toString()));
      text.setLength(0);
    }
  }

  /** Adds a string or a comment, which ends at an index; a negative one is that of no end. */
  private void literal(String kind, int end) {
    if (end < 0) {
      problem(
          kind.equals("string")
              ? "the string does not end"
              : "the comment does not end, and would hide what follows; end it with a line end");
      at = format.length();
      return;
    }
    StringBuilder literal = new StringBuilder();
    for (int i = at; i < end; i++) {
      char next = format.charAt(i);
      literal.append(next);
      if (next == '$') {
        if (i + 1 < end && format.charAt(i + 1) == '$') {
          i++;
        } else {
          at = i;
          problem(
              "a placeholder within a "
                  + kind
                  + ": "
                  + (kind.equals("string")
                      ? "end the string before it, as in \"Hello, \" .. $S"
                      : "use addComment")
                  + ", or write $$ for a dollar sign");
        }
      }
    }
    endText();
    parts.add(new CodePart.Verbatim(literal.toString()));
    at = end;
  }

  private int shortString(char quote) {
    for (int i = at + 1; i < format.length(); i++) {
      char next = format.charAt(i);
      if (next == quote) {
        return i + 1;
      }
      if (next == '\n') {
        return -1;
      }
      if (next == '\\') {
        i++;
      }
    }
    return -1;
  }

  private int comment() {
    return longBracket(at + 2) == null ? format.indexOf('\n', at) : longEnd(at + 2);
  }

  /**
   * The bracket that ends the long one that begins at an index, {@code ]==]}; null if none does.
   */
  private @Nullable String longBracket(int begin) {
    if (!format.startsWith("[", begin)) {
      return null;
    }
    int end = begin + 1;
    while (format.startsWith("=", end)) {
      end++;
    }
    return format.startsWith("[", end) ? "]" + "=".repeat(end - begin - 1) + "]" : null;
  }

  private int longEnd(int begin) {
    String closing = String.valueOf(longBracket(begin));
    int end = format.indexOf(closing, begin + closing.length());
    return end < 0 ? end : end + closing.length();
  }

  private void placeholder() {
    char kind = at + 1 < format.length() ? format.charAt(at + 1) : ' ';
    if (kind == '$') {
      text.append('$');
    } else if ("SLNM".indexOf(kind) < 0) {
      problem("unknown placeholder; " + PLACEHOLDERS);
    } else if (used >= arguments.length) {
      used++;
      problem("there is no argument for the placeholder $" + kind);
    } else {
      endText();
      Object argument = arguments[used++];
      try {
        parts.addAll(argument(kind, argument));
      } catch (IllegalArgumentException e) {
        problem("argument " + used + " for $" + kind + ": " + e.getMessage());
      }
    }
    at += 2;
  }

  private static List<CodePart> argument(char kind, @Nullable Object argument) {
    return switch (kind) {
      case 'S' -> {
        if (argument instanceof String string) {
          yield List.of(new CodePart.Verbatim(LuaText.quote(string)));
        }
        throw expected("a String", argument);
      }
      case 'N' -> List.of(new CodePart.Text(name(argument)));
      case 'M' -> {
        if (argument instanceof String library) {
          yield List.of(new CodePart.Library(LuaLibrary.of(library)));
        }
        if (argument instanceof LuaLibrary library) {
          yield List.of(new CodePart.Library(library));
        }
        throw expected("a String or a LuaLibrary", argument);
      }
      default -> {
        if (argument instanceof String) {
          throw new IllegalArgumentException(
              "a String is not a literal; write $S for a text, or pass LuaCode");
        }
        yield LuaValue.code(argument).parts();
      }
    };
  }

  private static String name(@Nullable Object argument) {
    if (argument instanceof ComposedCode code) {
      return code.name()
          .map(CodeFormat::checkedName)
          .orElseThrow(() -> new IllegalArgumentException("the code has no name"));
    }
    if (argument instanceof String name) {
      return checkedName(name);
    }
    throw expected("a String or a FunctionSpec", argument);
  }

  static String checkedName(String name) {
    if (!LuaText.isIdentifier(name)) {
      throw new IllegalArgumentException(
          LuaText.keywords().contains(name)
              ? "\"" + name + "\" is a keyword of Lua; choose another name"
              : "not an identifier: \""
                  + VisibleText.brief(name)
                  + "\"; write ASCII letters, digits and _, and no digit first");
    }
    return name;
  }

  static IllegalArgumentException expected(String kinds, @Nullable Object found) {
    return new IllegalArgumentException(
        "expected "
            + kinds
            + ", found "
            + (found == null ? "null" : "a value of " + found.getClass().getName()));
  }

  private void problem(String message) {
    problems.add(message + " (at character " + (at + 1) + ")");
  }
}
