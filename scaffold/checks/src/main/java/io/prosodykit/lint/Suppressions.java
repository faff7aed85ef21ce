package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaComment;
import io.prosodykit.lua.LuaRange;
import io.prosodykit.module.MetadataProblem;
import io.prosodykit.module.ModuleCode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments {@code -- prosodykit: ignore RULE, RULE and why} of a file. A comment after code
 * applies to its line, and one on a line of its own to the next line with code.
 */
final class Suppressions {
  private static final String MARK = "prosodykit:";
  private static final Pattern IGNORE = Pattern.compile("ignore\\s+(\\S.*)", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("(,)?\\s*([^\\s,]+)\\s*");

  /** The lines of the source, read when one is first needed. */
  private List<String> lines = List.of();

  /** The line of the last comment; another comment on it is not on a line of its own. */
  private int lastLine;

  /** The line from which code was last searched for, and the line where it was found. */
  private int searched;

  private int next;

  private final Map<Integer, Set<LintRule>> byLine = new HashMap<>();
  private final ImmutableList.Builder<MetadataProblem> problems = ImmutableList.builder();

  private Suppressions() {}

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
    Matcher ignore = IGNORE.matcher(words);
    if (!ignore.matches()) {
      addProblem(comment, "this comment suppresses nothing: it names no rule");
      return;
    }
    lines = lines.isEmpty() ? code.text().lines().toList() : lines;
    Set<LintRule> rules = rules(comment, ignore.group(1));
    cover(comment.position().line(), rules);
    if (comment.position().line() != lastLine && isAlone(comment)) {
      cover(comment.endLine(), rules);
      cover(nextWithCode(comment.endLine() + 1), rules);
    }
    lastLine = comment.position().line();
  }

  /** The first word and each word after a comma is a rule; the rest says why. */
  private Set<LintRule> rules(LuaComment comment, String words) {
    Set<LintRule> rules = EnumSet.noneOf(LintRule.class);
    Matcher word = RULE.matcher(words);
    for (boolean first = true;
        word.lookingAt() && (first || word.group(1) != null);
        first = false) {
      try {
        rules.add(LintRule.parse(word.group(2)));
      } catch (IllegalArgumentException e) {
        addProblem(comment, String.valueOf(e.getMessage()));
      }
      word.region(word.end(), words.length());
    }
    return rules;
  }

  private void addProblem(LuaComment comment, String message) {
    problems.add(
        new MetadataProblem(
            new LuaRange(comment.position(), comment.end()),
            message,
            "name a rule, for example: -- prosodykit: ignore print-call"));
  }

  private void cover(int line, Set<LintRule> rules) {
    byLine.computeIfAbsent(line, any -> EnumSet.noneOf(LintRule.class)).addAll(rules);
  }

  private boolean isAlone(LuaComment comment) {
    String line = line(comment.position().line());
    int column = Math.min(comment.position().column() - 1, line.length());
    return line.substring(0, column).isBlank();
  }

  private int nextWithCode(int number) {
    if (searched == 0 || number < searched || number > next) {
      searched = number;
      next = number;
      while (next <= lines.size() && isWithoutCode(line(next))) {
        next++;
      }
    }
    return next;
  }

  private static boolean isWithoutCode(String line) {
    return line.isBlank() || line.stripLeading().startsWith("--");
  }

  private String line(int number) {
    return number <= lines.size() ? lines.get(number - 1) : "";
  }

  /** {@return the comments that do not suppress what they should} */
  ImmutableList<MetadataProblem> problems() {
    return problems.build();
  }

  boolean covers(LintRule rule, int line) {
    Set<LintRule> rules = byLine.get(line);
    return rules != null && rules.contains(rule);
  }
}
