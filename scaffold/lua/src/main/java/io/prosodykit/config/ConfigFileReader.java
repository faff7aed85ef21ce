package io.prosodykit.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.files.FileFault;
import io.prosodykit.files.NamedPath;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.SourceProblem;
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

/** Reads one file of a configuration, with the files that it includes. */
final class ConfigFileReader {
  private static final String PLUGIN_PATHS = "plugin_paths";

  /** The most characters of a path in a message. */
  private static final int LONGEST_PATH = 300;

  private final Path file;
  private final List<ConfigOption> options = new ArrayList<>();
  private final List<ConfigSection> sections = new ArrayList<>();
  private final List<ComputedList> computed = new ArrayList<>();
  private final Set<String> named = new HashSet<>();
  private final List<SourceProblem> unread = new ArrayList<>();
  private final Set<LuaPosition> seen = new HashSet<>();
  private final Includes includes;
  private ConfigSection current = ConfigSection.GLOBAL;

  private ConfigFileReader(Path file, Includes includes) {
    this.file = file;
    this.includes = includes;
  }

  static ConfigFile read(Path file, Includes includes) throws IOException {
    ConfigFileReader reader = new ConfigFileReader(file, includes);
    Optional<LuaChunk> chunk = includes.open(file);
    if (chunk.isPresent()) {
      for (Statement statement : chunk.get().block().statements()) {
        reader.add(statement);
      }
      chunk.get().block().walk(reader::checkUse);
      includes.close();
    }
    return new ConfigFile(
        file,
        ImmutableList.copyOf(reader.sections),
        ImmutableList.copyOf(reader.options),
        ImmutableList.copyOf(reader.computed),
        ImmutableSet.copyOf(reader.named),
        ImmutableList.copyOf(reader.unread));
  }

  private void checkUse(LuaNode node) {
    if (node instanceof Expression.Global global) {
      named.add(global.name());
      if (ConfigFile.LISTS.contains(global.name()) && seen.add(global.position())) {
        computed.add(new ComputedList(file, global.position(), global.name()));
      }
    }
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
        new SourceProblem(
            file,
            call.position(),
            "cannot include "
                + VisibleText.brief(what, LONGEST_PATH)
                + ": "
                + FileFault.reason(fault)));
  }

  private void addAll(ConfigFile other) {
    options.addAll(other.options());
    sections.addAll(other.sections());
    computed.addAll(other.computed());
    named.addAll(other.named());
    unread.addAll(other.unread());
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
    ConfigOption option = new ConfigOption(section, name, file, position, value);
    seen.add(position);
    if (ConfigFile.LISTS.contains(name) && option.names().isEmpty()) {
      computed.add(new ComputedList(file, position, name));
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
            option.problem(
                VisibleText.brief(path, LONGEST_PATH)
                    + " in "
                    + PLUGIN_PATHS
                    + " is not a valid path on this system"));
      }
    }
  }
}
