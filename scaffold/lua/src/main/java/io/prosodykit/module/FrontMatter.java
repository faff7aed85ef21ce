package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;
import io.prosodykit.text.VisibleText;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The YAML at the beginning of a module's README, between two lines {@code ---}.
 *
 * <p>At most {@link #MOST_CHARACTERS} are read, lists and mappings can be nested at most {@link
 * #DEEPEST} levels deep, and an alias ({@code *name}) can only stand for a plain value.
 *
 * @param summary what the module does; empty if it does not say
 * @param labels for example {@code Stage-Beta}
 * @param problem what is wrong with it, in which case nothing else is known
 * @since 0.1.0
 */
public record FrontMatter(
    Optional<String> summary, ImmutableList<String> labels, Optional<MetadataProblem> problem) {
  /** The front matter of a README without any. */
  public static final FrontMatter NONE =
      new FrontMatter(Optional.empty(), ImmutableList.of(), Optional.empty());

  /** The most UTF-16 units of front matter: 64 Ki. */
  public static final int MOST_CHARACTERS = 1 << 16;

  /** How deeply lists and mappings may be nested. */
  public static final int DEEPEST = 20;

  private static final int LONGEST_PROBLEM = 200;

  /**
   * Reads the beginning of a README.
   *
   * @param readme its text
   * @return what it says
   */
  public static FrontMatter read(String readme) {
    String text = readme.startsWith("\uFEFF") ? readme.substring(1) : readme;
    if (!text.startsWith("---")) {
      return NONE;
    }
    boolean isLong = text.length() > MOST_CHARACTERS;
    List<String> lines =
        text.substring(0, isLong ? MOST_CHARACTERS : text.length()).lines().toList();
    if (!lines.get(0).stripTrailing().equals("---")) {
      return NONE;
    }
    int end = 1;
    while (end < lines.size() && !isEnd(lines.get(end))) {
      end++;
    }
    if (end == lines.size()) {
      return broken(
          LuaPosition.BEGINNING,
          "the front matter is not closed: there is no line of three hyphens"
              + (isLong ? " within " + MOST_CHARACTERS + " characters" : ""));
    }
    return parse(String.join("\n", lines.subList(1, end)));
  }

  private static FrontMatter parse(String yaml) {
    try {
      FrontMatterReader reader = new FrontMatterReader(yaml);
      reader.read();
      return new FrontMatter(reader.summary(), reader.labels(), Optional.empty());
    } catch (MarkedYamlEngineException e) {
      return broken(
          position(e.getProblemMark()), "the front matter is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      return broken(LuaPosition.BEGINNING, "the front matter is not YAML: " + e.getMessage());
    } catch (FrontMatterReader.Refused e) {
      return broken(position(e.mark()), "the front matter " + e.problem());
    }
  }

  /** A mark is relative to the second line, and counts from zero. */
  private static LuaPosition position(Optional<Mark> mark) {
    return mark.map(place -> new LuaPosition(place.getLine() + 2, place.getColumn() + 1))
        .orElse(LuaPosition.BEGINNING);
  }

  private static boolean isEnd(String line) {
    String end = line.stripTrailing();
    return end.equals("---") || end.equals("...");
  }

  private static FrontMatter broken(LuaPosition position, String message) {
    return new FrontMatter(
        Optional.empty(),
        ImmutableList.of(),
        Optional.of(
            new MetadataProblem(
                LuaRange.at(position),
                VisibleText.brief(message, LONGEST_PROBLEM),
                "write YAML between two lines of ---")));
  }
}
