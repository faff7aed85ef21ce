package io.prosodykit.lint;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaComment;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.ModuleCode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The comments {@code -- prosodykit: ignore RULE, RULE} of a file. One behind code is for its line,
 * one that stands alone for the next line.
 */
final class Suppressions {
  private static final String MARK = "prosodykit:";
  private static final String IGNORE = "ignore";

  private final Map<Integer, Set<LintRule>> byLine = new HashMap<>();
  private final ImmutableList.Builder<Flaw> flaws = ImmutableList.builder();

  private Suppressions() {}

  /** A comment that does not do what it is to. */
  record Flaw(LuaPosition position, String message) {}

  static Suppressions read(ModuleCode code) {
    Suppressions read = new Suppressions();
    for (LuaComment comment : code.chunk().comments()) {
      String text = comment.text();
      if (text.contains(MARK) && text.strip().startsWith(MARK)) {
        read.add(code, comment, text.strip().substring(MARK.length()).strip());
      }
    }
    return read;
  }

  private void add(ModuleCode code, LuaComment comment, String words) {
    String rules = words.startsWith(IGNORE) ? words.substring(IGNORE.length()) : "";
    if (rules.isBlank()) {
      flaws.add(new Flaw(comment.position(), "this comment suppresses nothing: it names no rule"));
      return;
    }
    boolean alone = isAlone(code, comment);
    Set<LintRule> covered =
        byLine.computeIfAbsent(
            alone ? comment.endLine() + 1 : comment.position().line(),
            line -> EnumSet.noneOf(LintRule.class));
    for (String rule : Splitter.on(CharMatcher.anyOf(", \t")).omitEmptyStrings().split(rules)) {
      try {
        covered.add(LintRule.parse(rule));
      } catch (IllegalArgumentException e) {
        flaws.add(new Flaw(comment.position(), String.valueOf(e.getMessage())));
      }
    }
  }

  private static boolean isAlone(ModuleCode code, LuaComment comment) {
    String line = code.text().lines().skip(comment.position().line() - 1L).findFirst().orElse("");
    int column = Math.min(comment.position().column() - 1, line.length());
    return line.substring(0, column).isBlank();
  }

  ImmutableList<Flaw> flaws() {
    return flaws.build();
  }

  boolean covers(LintRule rule, int line) {
    Set<LintRule> rules = byLine.get(line);
    return rules != null && rules.contains(rule);
  }
}
