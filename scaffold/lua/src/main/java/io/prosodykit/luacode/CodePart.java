package io.prosodykit.luacode;

/** A part of composed code. */
sealed interface CodePart {
  /** Tokens, spaces and line ends; each line gets the indentation of its place. */
  record Text(String text) implements CodePart {}

  /** A string or a comment, which stays as it is, with the line ends in it. */
  record Verbatim(String text) implements CodePart {}

  /** A number. */
  record Numeral(String text) implements CodePart {}

  /** The variable of a library. */
  record Library(LuaLibrary library) implements CodePart {}

  /** Ends the line, unless nothing is on it. */
  record FreshLine() implements CodePart {}

  /** Indents the lines that follow by a number of tabs more, or fewer if it is negative. */
  record Indent(int by) implements CodePart {}
}
