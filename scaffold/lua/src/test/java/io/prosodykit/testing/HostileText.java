package io.prosodykit.testing;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that try to be interpreted as something else. */
public final class HostileText {
  private static final String[] PIECES = {
    "\"",
    "'",
    "`",
    "``",
    "\\",
    "]]",
    "]=]",
    "]==]",
    "[[",
    "--",
    "--[[",
    "-->",
    "<!--",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\u0001",
    "\t",
    "\u0085",
    "\u034F",
    "\u061C",
    "\u00A0",
    "\u00AD",
    "\u200B",
    "\u200E",
    "\u202E",
    "\u2066",
    "\u2028",
    "\u2029",
    "\u3000",
    "\uFEFF",
    "\uFFFE",
    "\uFFFD",
    "\uD83D\uDE00",
    "\uDB40\uDC01",
    "\uDBFF\uDFFF",
    "é",
    "你",
    "1",
    "9",
    " ",
    "  ",
    "a",
    "n",
    "luacheck:",
    "luacheck: ignore",
    "\nluacheck: push",
    "${x}",
    "#{x}",
    "{{x}}",
    "{{{x}}}",
    "{{#x}}",
    "{{/x}}",
    "{{>x}}",
    "{{=<% %>=}}",
    "}}",
    "%s",
    "%",
    "---",
    "\n---\n",
    "\n...\n",
    "- a",
    "# ",
    "\n# ",
    "1. ",
    "1) ",
    "+ ",
    "* ",
    "**",
    "_",
    "__",
    "~~~",
    "\n```\n",
    "[a](b)",
    "![a](b)",
    "\n[a]: b\n",
    "[^1]",
    "^",
    "<b>",
    "</b>",
    "<script>",
    "</td>",
    "<?",
    "<![CDATA[",
    "<http://a>",
    "&amp;",
    "&#0;",
    "&",
    "|",
    "\\|",
    "`|`",
    "\n|-|\n",
    "\n|a|b|\n|-|-|\n",
    "\n===\n",
    ": ",
    "? ",
    "!x",
    "&x",
    "*x",
    "@",
    "$",
    "$a$",
    "=",
    ">",
    "\n> ",
    "\n    ",
    "\f",
    "\u000B",
    "end",
    "}",
    "{",
    ")",
    "(",
    ";",
    ",",
    "http://example.org",
    "\u007F",
    "\u009F",
  };

  private HostileText() {}

  /** Any Unicode text, mostly of characters that are special in Lua, YAML, Markdown or Mustache. */
  public static Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(PIECES).list().ofMaxSize(12).map(list -> String.join("", list));
    Arbitrary<String> any =
        Arbitraries.strings().all().ofMaxLength(40).map(HostileText::withoutSurrogates);
    return Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just("")), Tuple.of(5, pieces), Tuple.of(2, any))
        .withoutEdgeCases();
  }

  private static String withoutSurrogates(String text) {
    StringBuilder scalars = new StringBuilder();
    text.codePoints().filter(HostileText::scalar).forEach(scalars::appendCodePoint);
    return scalars.toString();
  }

  private static boolean scalar(int codePoint) {
    return codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE;
  }
}
