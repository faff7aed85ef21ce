package io.prosodykit.config;

import com.google.common.collect.ImmutableList;
import io.prosodykit.files.FileFault;
import io.prosodykit.files.NamedPath;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.Statement;
import io.prosodykit.lua.TableField;
import io.prosodykit.text.VisibleText;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file of Prosody's configuration, read without running it: the sections that it opens and the
 * options that it sets in them, including those of the files that it includes. Conditions, loops
 * and functions are ignored.
 *
 * @since 0.1.0
 */
public final class ConfigFile {
  /**
   * The lists that have to be merged from all files, because a later one would replace an earlier
   * one.
   */
  public static final ImmutableList<String> LISTS =
      ImmutableList.of("modules_enabled", "modules_disabled", "plugin_paths");

  private static final String PLUGIN_PATHS = "plugin_paths";

  /** The most characters of a path in a message. */
  private static final int LONGEST_PATH = 300;

  private final Path file;
  private final List<ConfigOption> options = new ArrayList<>();
  private final List<ConfigSection> sections = new ArrayList<>();
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private final Set<LuaPosition> seen = new HashSet<>();
  private final Includes includes;
  private ConfigSection current = ConfigSection.GLOBAL;

  private ConfigFile(Path file, Includes includes) {
    this.file = file;
    this.includes = includes;
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return its contents
   * @throws IOException if it cannot be read. An included file that cannot be read is among {@link
   *     #unread}
   */
  public static ConfigFile read(Path file) throws IOException {
    return read(file, new Includes());
  }

  private static ConfigFile read(Path file, Includes includes) throws IOException {
    ConfigFile read = new ConfigFile(file, includes);
    Optional<LuaChunk> chunk = includes.open(file);
    if (chunk.isPresent()) {
      for (Statement statement : chunk.get().block().statements()) {
        read.add(statement);
      }
      chunk.get().block().walk(read::checkUse);
      includes.close();
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

  /** {@return the file itself} */
  public Path file() {
    return file;
  }

  /** {@return the sections in the order in which they are opened; one may appear more than once} */
  public ImmutableList<ConfigSection> sections() {
    return ImmutableList.copyOf(sections);
  }

  /** {@return the options that it sets, in order} */
  public ImmutableList<ConfigOption> options() {
    return ImmutableList.copyOf(options);
  }

  /** {@return where lists are set whose names cannot be read from the source} */
  public ImmutableList<ConfigProblem> problems() {
    return ImmutableList.copyOf(problems);
  }

  /** {@return the files that cannot be read, each with the place that names it and the reason} */
  public ImmutableList<String> unread() {
    return ImmutableList.copyOf(unread);
  }

  private void add(Statement statement) {
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

  /** {@code VirtualHost "x"}, {@code Component "x" "y"}, and both followed by {@code { … }}. */
  private void addCall(Expression expression) {
    if (expression instanceof Expression.Call call
        && call.function() instanceof Expression.Global function
        && (function.name().equals("Include") || function.name().equals("include"))) {
      text(call).ifPresent(name -> include(call, name));
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

  private void include(Expression.Call call, String name) {
    try {
      for (Path path : Includes.named(file, name)) {
        include(call, path);
      }
    } catch (IOException e) {
      addUnread(call, name, e);
    }
  }

  private void include(Expression.Call call, Path path) {
    try {
      addAll(read(path, includes));
    } catch (IOException e) {
      addUnread(call, path.toString(), e);
    }
  }

  private void addUnread(Expression.Call call, String name, IOException fault) {
    boolean hasFile = fault instanceof FileSystemException known && known.getFile() != null;
    String what = hasFile ? ((FileSystemException) fault).getFile() : name;
    unread.add(
        file
            + ":"
            + call.position().line()
            + ": cannot include "
            + VisibleText.brief(what, LONGEST_PATH)
            + ": "
            + FileFault.reason(fault));
  }

  private void addAll(ConfigFile other) {
    options.addAll(other.options);
    sections.addAll(other.sections);
    problems.addAll(other.problems);
    unread.addAll(other.unread);
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
    if (expression instanceof Expression.Call call
        && call.function() instanceof Expression.Call component) {
      return opened(component)
          .filter(ConfigSection::isComponent)
          .flatMap(
              section -> text(call).map(module -> ConfigSection.component(section.host(), module)));
    }
    return expression instanceof Expression.Call call ? opened(call) : Optional.empty();
  }

  /** {@code VirtualHost "x"} and {@code Component "x"}. */
  private static Optional<ConfigSection> opened(Expression.Call call) {
    if (!(call.function() instanceof Expression.Global function)) {
      return Optional.empty();
    }
    return switch (function.name()) {
      case "VirtualHost", "Host", "host" -> text(call).map(ConfigSection::host);
      case "Component", "component" ->
          text(call).map(host -> ConfigSection.component(host, "component"));
      default -> Optional.empty();
    };
  }

  /** The argument of a call, if it is one text. */
  private static Optional<String> text(Expression.Call call) {
    return call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private void add(ConfigSection section, LuaPosition position, String name, Expression value) {
    ConfigOption option = new ConfigOption(section, name, file, position.line(), value);
    seen.add(position);
    if (LISTS.contains(name) && option.names().isEmpty()) {
      addProblem(position, name);
    }
    if (name.equals(PLUGIN_PATHS)) {
      checkPaths(option);
    }
    options.add(option);
  }

  private void checkPaths(ConfigOption option) {
    for (String path : option.names().orElse(ImmutableList.of())) {
      if (NamedPath.resolve(file, path).isEmpty()) {
        unread.add(
            option.place()
                + ": "
                + VisibleText.brief(path, LONGEST_PATH)
                + " in "
                + PLUGIN_PATHS
                + " is not a valid path on this system");
      }
    }
  }
}
