package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.FunctionBody;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;
import io.prosodykit.lua.Statement;
import io.prosodykit.lua.TableField;

/** Finds the values of others that code calls and sets. */
final class UseReader extends KindReader {
  private static final ImmutableSet<Class<? extends LuaNode>> KINDS =
      ImmutableSet.of(
          Expression.Call.class,
          FunctionBody.class,
          Statement.Local.class,
          Statement.Function.class,
          Statement.Assignment.class);

  private final ValuePaths paths;
  private final ImmutableList.Builder<ValueUse> uses = ImmutableList.builder();

  /** Where the last function that was entered ends. */
  private LuaPosition inside = LuaPosition.BEGINNING;

  UseReader(ValuePaths paths) {
    super(KINDS);
    this.paths = paths;
  }

  ImmutableList<ValueUse> uses() {
    return uses.build();
  }

  @Override
  public void read(LuaNode node) {
    if (node instanceof Expression.Call call) {
      addCall(call);
    } else if (node instanceof FunctionBody body) {
      inside = inside.compareTo(body.end()) < 0 ? body.end() : inside;
    } else if (node instanceof Statement.Local declaration) {
      addFields(declaration);
    } else if (node instanceof Statement.Function function) {
      addAssignment(function.target(), true);
    } else if (node instanceof Statement.Assignment assignment) {
      for (int i = 0; i < assignment.targets().size(); i++) {
        boolean function =
            i < assignment.values().size()
                && assignment.values().get(i) instanceof Expression.Function;
        addAssignment(assignment.targets().get(i), function);
      }
    }
  }

  private void addCall(Expression.Call call) {
    String path = paths.of(call.function());
    if (path == null || path.startsWith(ValuePaths.MODULE)) {
      return;
    }
    LuaRange range = new LuaRange(call.position(), call.end());
    if (path.startsWith(ValuePaths.LIBRARY)) {
      String member = path.substring(ValuePaths.LIBRARY.length());
      add(range, member, ValueUse.Kind.LIBRARY_CALL, call.arguments().size());
    } else {
      add(range, path, ValueUse.Kind.CALL, call.arguments().size());
    }
  }

  /** The functions in the tables that local variables are initialised with. */
  private void addFields(Statement.Local declaration) {
    for (Expression value : declaration.values()) {
      if (value instanceof Expression.Table table) {
        for (TableField field : table.fields()) {
          if (field instanceof TableField.Keyed keyed
              && keyed.key() instanceof Expression.Text key
              && keyed.value() instanceof Expression.Function function) {
            LuaRange range = new LuaRange(field.position(), end(function.body()));
            add(range, key.value(), ValueUse.Kind.LOCAL_FIELD, 0);
          }
        }
      }
    }
  }

  private void addAssignment(Expression target, boolean function) {
    if (target instanceof Expression.Global global) {
      boolean open = function && target.position().compareTo(inside) >= 0;
      ValueUse.Kind kind = open ? ValueUse.Kind.DEFINITION : ValueUse.Kind.ASSIGNMENT;
      add(named(global.position(), global.name()), global.name(), kind, 0);
    } else if (target instanceof Expression.Index index
        && index.key() instanceof Expression.Text key) {
      String path = paths.of(target);
      LuaRange range = new LuaRange(index.position(), index.end());
      if ("_G".equals(paths.of(index.object()))) {
        add(range, key.value(), ValueUse.Kind.ASSIGNMENT, 0);
      } else if (path != null && path.startsWith(ValuePaths.MODULE)) {
        add(range, key.value(), ValueUse.Kind.MODULE_FIELD, 0);
      } else if (function && index.object() instanceof Expression.Local) {
        add(range, key.value(), ValueUse.Kind.LOCAL_FIELD, 0);
      }
    }
  }

  /** Where a function ends, after its {@code end}. */
  private static LuaPosition end(FunctionBody body) {
    return new LuaPosition(body.end().line(), body.end().column() + "end".length());
  }

  /** The range of a name. */
  private static LuaRange named(LuaPosition begin, String name) {
    return new LuaRange(begin, new LuaPosition(begin.line(), begin.column() + name.length()));
  }

  private void add(LuaRange range, String path, ValueUse.Kind kind, int arguments) {
    uses.add(new ValueUse(range, path, kind, arguments));
  }
}
