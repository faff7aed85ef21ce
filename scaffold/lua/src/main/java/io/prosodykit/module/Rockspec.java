package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaProblem;
import io.prosodykit.lua.Statement;
import io.prosodykit.lua.TableField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a LuaRocks rockspec says about a package in plain strings.
 *
 * @param name the value of {@code package}
 * @param version the value of {@code version}, for example {@code 1.0-1}
 * @param modules the paths of the files in {@code build.modules}
 * @param computed which of {@code package} and {@code version} it sets to anything but one plain
 *     string
 * @param syntax what is wrong with it as Lua, if no version of Lua accepts it
 * @since 0.1.0
 */
public record Rockspec(
    Optional<Value> name,
    Optional<Value> version,
    ImmutableList<Value> modules,
    ImmutableSet<String> computed,
    ImmutableList<LuaProblem> syntax) {
  static final String PACKAGE = "package";
  static final String VERSION = "version";

  /**
   * A string in a rockspec.
   *
   * @param text the string
   * @param position where it is
   */
  public record Value(String text, LuaPosition position) {}

  /**
   * Reads a rockspec. It is not run.
   *
   * @param source the text of the file
   * @return what it contains
   */
  public static Rockspec parse(String source) {
    LuaChunk chunk = LuaChunk.parse(source);
    ImmutableList.Builder<Value> modules = ImmutableList.builder();
    for (TableField field : fields(global(chunk, "build"))) {
      if (field instanceof TableField.Keyed keyed
          && keyed.key() instanceof Expression.Text key
          && key.value().equals("modules")) {
        for (TableField module : fields(Optional.of(keyed.value()))) {
          value(Optional.of(module.value())).ifPresent(modules::add);
        }
      }
    }
    Optional<Value> name = value(global(chunk, PACKAGE));
    Optional<Value> version = value(global(chunk, VERSION));
    Set<String> computed = new TreeSet<>(assigned(chunk));
    name.ifPresent(plain -> computed.remove(PACKAGE));
    version.ifPresent(plain -> computed.remove(VERSION));
    return new Rockspec(
        name,
        version,
        modules.build(),
        ImmutableSet.copyOf(computed),
        chunk.versions().isEmpty() ? chunk.problems() : ImmutableList.of());
  }

  /** {@return which of package and version it assigns, wherever that is} */
  private static Set<String> assigned(LuaChunk rockspec) {
    Set<String> assigned = new TreeSet<>();
    rockspec
        .block()
        .walk(
            node -> {
              if (node instanceof Statement.Assignment assignment) {
                for (Expression target : assignment.targets()) {
                  if (target instanceof Expression.Global global) {
                    assigned.add(global.name());
                  }
                }
              }
            });
    assigned.retainAll(ImmutableSet.of(PACKAGE, VERSION));
    return assigned;
  }

  private static Optional<Value> value(Optional<Expression> expression) {
    return expression.isPresent() && expression.get() instanceof Expression.Text text
        ? Optional.of(new Value(text.value(), text.position()))
        : Optional.empty();
  }

  private static List<TableField> fields(Optional<Expression> expression) {
    return expression.isPresent() && expression.get() instanceof Expression.Table table
        ? table.fields()
        : List.of();
  }

  private static Optional<Expression> global(LuaChunk rockspec, String name) {
    for (Statement statement : rockspec.block().statements()) {
      if (statement instanceof Statement.Assignment assignment
          && assignment.targets().get(0) instanceof Expression.Global global
          && global.name().equals(name)) {
        return assignment.values().stream().findFirst();
      }
    }
    return Optional.empty();
  }
}
