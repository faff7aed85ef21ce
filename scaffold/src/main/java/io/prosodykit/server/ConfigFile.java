package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.Statement;
import io.prosodykit.lua.TableField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of Prosody's configuration, as its source tells without being run: the sections that it
 * opens and the options that it sets in them, those of files that it includes among them. What
 * stands in conditions, loops and functions is left out.
 */
final class ConfigFile {
  /**
   * The lists of which a server needs all that any file has; the later would replace the former.
   */
  static final ImmutableList<String> LISTS =
      ImmutableList.of("modules_enabled", "modules_disabled", "plugin_paths");

  private final Path file;
  private final List<ConfigOption> options = new ArrayList<>();
  private final List<ConfigSection> sections = new ArrayList<>();
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final Set<LuaPosition> seen = new HashSet<>();
  private final Set<Path> included;
  private ConfigSection current = ConfigSection.GLOBAL;

  private ConfigFile(Path file, Set<Path> included) {
    this.file = file;
    this.included = included;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it, or one that it includes and that is there, cannot be read
   */
  static ConfigFile read(Path file) throws IOException {
    return read(file, new HashSet<>());
  }

  private static ConfigFile read(Path file, Set<Path> included) throws IOException {
    ConfigFile read = new ConfigFile(file, included);
    if (included.add(file)) {
      LuaChunk chunk = LuaChunk.read(file);
      for (Statement statement : chunk.block().statements()) {
        read.add(statement);
      }
      chunk.block().walk(read::checkUse);
    }
    return read;
  }

  private void checkUse(LuaNode node) {
    if (node instanceof Expression.Global global
        && LISTS.contains(global.name())
        && seen.add(global.position())) {
      addProblem(global.position(), global.name());
    }
  }

  private void addProblem(LuaPosition position, String name) {
    problems.add(new ConfigProblem(file, position.line(), name));
  }

  Path file() {
    return file;
  }

  /** The sections in the order in which they are opened; one may be there more than once. */
  ImmutableList<ConfigSection> sections() {
    return ImmutableList.copyOf(sections);
  }

  ImmutableList<ConfigOption> options() {
    return ImmutableList.copyOf(options);
  }

  /** Where lists are set whose names the source does not tell. */
  ImmutableList<ConfigProblem> problems() {
    return ImmutableList.copyOf(problems);
  }

  /** Which files it would include that are not there, each with the place. */
  ImmutableList<String> missing() {
    return ImmutableList.copyOf(missing);
  }

  private void add(Statement statement) throws IOException {
    if (statement instanceof Statement.Call call) {
      addCall(call.call());
    } else if (statement instanceof Statement.Assignment assignment) {
      int count = Math.min(assignment.targets().size(), assignment.values().size());
      for (int i = 0; i < count; i++) {
        if (assignment.targets().get(i) instanceof Expression.Global name) {
          add(current, name.position(), name.name(), assignment.values().get(i));
        }
      }
    }
  }

  /** {@code VirtualHost "x"}, {@code Component "x" "y"}, and both with {@code { … }} behind. */
  private void addCall(Expression expression) throws IOException {
    if (expression instanceof Expression.Call call
        && call.function() instanceof Expression.Global function
        && (function.name().equals("Include") || function.name().equals("include"))) {
      include(call);
      return;
    }
    if (expression instanceof Expression.Call outer
        && outer.arguments().size() == 1
        && outer.arguments().get(0) instanceof Expression.Table table) {
      section(outer.function()).ifPresent(section -> addAll(section, table));
      return;
    }
    section(expression).ifPresent(this::open);
  }

  private void include(Expression.Call call) throws IOException {
    if (call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression.Text name) {
      try {
        for (Path path : named(name.value())) {
          addAll(read(path, included));
        }
      } catch (NoSuchFileException e) {
        missing.add(file + ":" + call.position().line() + ": there is no " + e.getFile());
      }
    }
  }

  private void addAll(ConfigFile other) {
    options.addAll(other.options);
    sections.addAll(other.sections);
    problems.addAll(other.problems);
    missing.addAll(other.missing);
  }

  /** The files that a path names, which may have {@code *} and {@code ?} in its last part. */
  private List<Path> named(String path) throws IOException {
    int begin = path.lastIndexOf('/') + 1;
    String last = path.substring(begin);
    if (!last.contains("*") && !last.contains("?")) {
      return List.of(file.resolveSibling(path));
    }
    Path folder = file.resolveSibling(path.substring(0, begin));
    Pattern wanted = Pattern.compile(pattern(last));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(found -> wanted.matcher(String.valueOf(found.getFileName())).matches())
          .sorted()
          .toList();
    }
  }

  /** Hidden files are not meant. */
  private static String pattern(String glob) {
    StringBuilder pattern = new StringBuilder("(?!\\.)");
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      switch (c) {
        case '*' -> pattern.append(".*");
        case '?' -> pattern.append('.');
        default -> pattern.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return pattern.toString();
  }

  private void addAll(ConfigSection section, Expression.Table table) {
    open(section);
    for (TableField field : table.fields()) {
      if (field instanceof TableField.Keyed keyed && keyed.key() instanceof Expression.Text name) {
        add(section, name.position(), name.value(), keyed.value());
      }
    }
    current = ConfigSection.GLOBAL;
  }

  private void open(ConfigSection section) {
    sections.add(section);
    current = section;
  }

  private static Optional<ConfigSection> section(Expression expression) {
    if (!(expression instanceof Expression.Call call)
        || call.arguments().size() != 1
        || !(call.arguments().get(0) instanceof Expression.Text argument)) {
      return Optional.empty();
    }
    if (call.function() instanceof Expression.Global function) {
      return switch (function.name()) {
        case "VirtualHost", "Host", "host" -> Optional.of(ConfigSection.host(argument.value()));
        case "Component", "component" ->
            Optional.of(ConfigSection.component(argument.value(), "component"));
        default -> Optional.empty();
      };
    }
    return section(call.function())
        .filter(ConfigSection::isComponent)
        .map(section -> ConfigSection.component(section.host(), argument.value()));
  }

  private void add(ConfigSection section, LuaPosition position, String name, Expression value) {
    ConfigOption option = new ConfigOption(section, name, file, position.line(), value);
    seen.add(position);
    if (LISTS.contains(name) && option.names().isEmpty()) {
      addProblem(position, name);
    }
    options.add(option);
  }
}
