package io.prosodykit.scaffold;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.Stability;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The contents of a {@code recipe.properties}, in the syntax of {@link Properties}:
 *
 * <pre>
 * does = drops, bounces or marks messages by a configured rule
 * summary = Filters messages
 * layer = stanza
 * releases = [0.11,13.0]
 * options = words:list=, action:choice=bounce|drop|mark
 * option.words = Words that a message must not contain
 * reserved = users
 * remark.0.11 = has no roles, so administrators decide
 * doubles = adhoc
 * modules = adhoc
 * </pre>
 *
 * <p>The names of options are prefixed with the module's name, and so are the {@code reserved}
 * names of options that the templates themselves read. Optional are the last six lines, {@code
 * version} (0.1.0) of new modules, {@code revision} (1) of the recipe, {@code stability} (alpha),
 * {@code namespaced} and {@code global} (false), {@code prefix} (of the names of modules, none),
 * {@code releases} and {@code base}.
 */
record RecipeProperties(
    String does,
    String summary,
    String version,
    String revision,
    Layer layer,
    Stability stability,
    boolean namespaced,
    boolean global,
    String prefix,
    VersionRange releases,
    ImmutableSortedMap<ProsodyVersion, String> remarks,
    String optionWords,
    ImmutableSortedMap<String, String> optionDescriptions,
    ImmutableList<String> reserved,
    ImmutableList<String> doubles,
    ImmutableList<String> modules,
    Optional<String> base) {
  private static final String REMARK = "remark.";
  private static final String OPTION = "option.";
  private static final Splitter NAMES = Splitter.on(',').trimResults().omitEmptyStrings();

  /** The releases that the test double in every scaffold supports. */
  static final VersionRange ALL_RELEASES = VersionRange.parse("[0.11,13.0]");

  /**
   * Parses the text of a file.
   *
   * @throws InvalidSpecException if the text is invalid; the exception has all problems
   */
  static RecipeProperties parse(String source, String text) {
    return new Reader(source, text).read();
  }

  /** {@return the options, with their names prefixed with the module's name} */
  ImmutableList<OptionSpec> options(String module) {
    ImmutableList.Builder<OptionSpec> options = ImmutableList.builder();
    for (OptionSpec option : OptionSpec.parseAll(optionWords)) {
      options.add(
          option
              .withName(module + "_" + option.name())
              .withDescription(
                  optionDescriptions.getOrDefault(option.name(), option.description())));
    }
    return options.build();
  }

  private static final class Reader {
    private final String source;
    private final Properties properties = new Properties();
    private final List<SpecProblem> problems = new ArrayList<>();

    Reader(String source, String text) {
      this.source = source;
      try {
        properties.load(new StringReader(text));
      } catch (IOException | IllegalArgumentException e) {
        problem("file", "is not a valid Java properties file: " + e.getMessage());
      }
    }

    RecipeProperties read() {
      String words = take("options").orElse("");
      read("options", words, OptionSpec::parseAll);
      RecipeProperties read =
          new RecipeProperties(
              need("does"),
              need("summary"),
              take("version").orElse("0.1.0"),
              take("revision").orElse("1"),
              read("layer", need("layer"), Layer::parse).orElse(Layer.SERVICES),
              read("stability", take("stability").orElse("alpha"), Stability::parse)
                  .orElse(Stability.ALPHA),
              bool("namespaced"),
              bool("global"),
              take("prefix").orElse(""),
              take("releases")
                  .flatMap(text -> read("releases", text, VersionRange::parse))
                  .orElse(ALL_RELEASES),
              remarks(),
              words,
              ImmutableSortedMap.copyOf(group(OPTION)),
              ImmutableList.copyOf(NAMES.split(take("reserved").orElse(""))),
              ImmutableList.copyOf(NAMES.split(take("doubles").orElse(""))),
              ImmutableList.copyOf(NAMES.split(take("modules").orElse(""))),
              take("base"));
      if (!ALL_RELEASES.encloses(read.releases())) {
        problem("releases", read.releases() + " goes beyond " + ALL_RELEASES);
      }
      for (Object key : properties.keySet()) {
        problem(key.toString(), "is not a known key");
      }
      if (!problems.isEmpty()) {
        throw new InvalidSpecException("recipe", problems);
      }
      return read;
    }

    private ImmutableSortedMap<ProsodyVersion, String> remarks() {
      ImmutableSortedMap.Builder<ProsodyVersion, String> remarks =
          ImmutableSortedMap.naturalOrder();
      group(REMARK)
          .forEach(
              (version, remark) ->
                  read(REMARK + version, version, ProsodyVersion::parse)
                      .ifPresent(branch -> remarks.put(branch, remark)));
      return remarks.buildOrThrow();
    }

    private Map<String, String> group(String prefix) {
      TreeMap<String, String> group = new TreeMap<>();
      for (String key : properties.stringPropertyNames()) {
        if (key.startsWith(prefix)) {
          group.put(key.substring(prefix.length()), take(key).orElse(""));
        }
      }
      return group;
    }

    private boolean bool(String key) {
      String text = take(key).orElse("false");
      if (!text.equals("true") && !text.equals("false")) {
        problem(key, "\"" + text + "\" is neither true nor false");
      }
      return text.equals("true");
    }

    private String need(String key) {
      return take(key)
          .orElseGet(
              () -> {
                problem(key, "is missing");
                return "";
              });
    }

    private Optional<String> take(String key) {
      return Optional.ofNullable((String) properties.remove(key)).map(String::strip);
    }

    private <T> Optional<T> read(String key, String text, Function<String, T> reader) {
      try {
        return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
      } catch (InvalidSpecException | IllegalArgumentException e) {
        problem(key, Objects.requireNonNull(e.getMessage()));
        return Optional.empty();
      }
    }

    private void problem(String key, String message) {
      problems.add(new SpecProblem(key, source + ": " + key + ": " + message));
    }
  }
}
