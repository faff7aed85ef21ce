package io.prosodykit.luacode;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaProblem;
import io.prosodykit.problem.ProsodyKitException;
import io.prosodykit.text.VisibleText;
import java.util.List;

/**
 * Thrown if composed code is not valid. It has all problems at once.
 *
 * @since 0.1.0
 */
public final class InvalidLuaException extends ProsodyKitException {
  /** The longest line that is shown in full, in characters. */
  private static final int LONGEST = 100;

  /** No more problems than this are printed. */
  private static final int PRINTED = 20;

  private static final long serialVersionUID = 1L;

  /** The text in which the problems are. */
  private final String text;

  private final transient ImmutableList<LuaProblem> problems;

  InvalidLuaException(String text, List<LuaProblem> problems) {
    super(message(text, problems));
    this.text = text;
    this.problems = ImmutableList.copyOf(problems);
  }

  private static String message(String text, List<LuaProblem> problems) {
    List<String> lines = text.lines().toList();
    StringBuilder message = new StringBuilder("the composed code is not valid");
    for (LuaProblem problem : problems.subList(0, Math.min(problems.size(), PRINTED))) {
      int line = problem.position().line();
      message.append("\n  ").append(problem);
      if (line <= lines.size()) {
        message.append("\n    ").append(VisibleText.brief(lines.get(line - 1).strip(), LONGEST));
      }
    }
    if (problems.size() > PRINTED) {
      message.append("\n  and ").append(problems.size() - PRINTED).append(" more");
    }
    return message.toString();
  }

  /** {@return the text in which the problems are} */
  public String text() {
    return text;
  }

  /** {@return all problems, sorted by place: at least one} */
  public ImmutableList<LuaProblem> problems() {
    return problems;
  }
}
