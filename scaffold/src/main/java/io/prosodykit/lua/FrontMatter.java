package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The YAML at the beginning of a module's README, between two lines {@code ---}.
 *
 * @param summary what the module does; empty if it does not say
 * @param labels for example {@code Stage-Beta}
 * @param flaw what is wrong with it; then nothing is known
 */
public record FrontMatter(
    Optional<String> summary, ImmutableList<String> labels, Optional<Flaw> flaw) {
  /** What a README without front matter tells. */
  public static final FrontMatter NONE =
      new FrontMatter(Optional.empty(), ImmutableList.of(), Optional.empty());

  /**
   * A place in the README and what is wrong there.
   *
   * @param position where
   * @param message what is wrong
   */
  public record Flaw(LuaPosition position, String message) {}

  /**
   * Reads the beginning of a README.
   *
   * @param readme its text
   * @return what it tells
   */
  public static FrontMatter read(String readme) {
    String text = readme.startsWith("\uFEFF") ? readme.substring(1) : readme;
    if (!text.startsWith("---")) {
      return NONE;
    }
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).stripTrailing().equals("---")) {
      return NONE;
    }
    int end = 1;
    while (end < lines.size() && !isEnd(lines.get(end))) {
      end++;
    }
    if (end == lines.size()) {
      return broken(1, 1, "the front matter has no end: a line of three hyphens");
    }
    try {
      Object yaml =
          new Load(LoadSettings.builder().setAllowDuplicateKeys(true).build())
              .loadFromString(String.join("\n", lines.subList(1, end)));
      return yaml instanceof Map<?, ?> map ? of(map) : NONE;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 2).orElse(1);
      int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
      return broken(line, column, "the front matter is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      return broken(1, 1, "the front matter is not YAML: " + e.getMessage());
    }
  }

  private static boolean isEnd(String line) {
    String end = line.stripTrailing();
    return end.equals("---") || end.equals("...");
  }

  private static FrontMatter broken(int line, int column, String message) {
    return new FrontMatter(
        Optional.empty(),
        ImmutableList.of(),
        Optional.of(new Flaw(new LuaPosition(line, column), message)));
  }

  private static FrontMatter of(Map<?, ?> yaml) {
    ImmutableList.Builder<String> labels = ImmutableList.builder();
    if (yaml.get("labels") instanceof List<?> list) {
      list.forEach(label -> labels.add(String.valueOf(label)));
    } else if (yaml.get("labels") instanceof String label) {
      labels.add(label);
    }
    Optional<String> summary =
        yaml.get("summary") instanceof String text && !text.isBlank()
            ? Optional.of(text.strip().replaceAll("\\s+", " "))
            : Optional.empty();
    return new FrontMatter(summary, labels.build(), Optional.empty());
  }
}
