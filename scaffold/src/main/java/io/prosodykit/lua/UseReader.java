package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;

/** Finds what code calls and sets that is not its own. */
final class UseReader implements NodeReader {
  private final ValuePaths paths;
  private final ImmutableList.Builder<ValueUse> uses = ImmutableList.builder();

  UseReader(ValuePaths paths) {
    this.paths = paths;
  }

  ImmutableList<ValueUse> uses() {
    return uses.build();
  }

  @Override
  public void read(LuaNode node) {
    if (node instanceof Expression.Call call) {
      addCall(call);
    } else if (node instanceof Statement.Function function) {
      addAssignment(function.target(), true);
    } else if (node instanceof Statement.Assignment assignment) {
      for (Expression target : assignment.targets()) {
        addAssignment(target, false);
      }
    }
  }

  private void addCall(Expression.Call call) {
    String path = paths.of(call.function());
    if (path == null || path.startsWith(ValuePaths.MODULE)) {
      return;
    }
    if (path.startsWith(ValuePaths.LIBRARY)) {
      String member = path.substring(ValuePaths.LIBRARY.length());
      add(call.position(), member, ValueUse.Kind.LIBRARY_CALL, call.arguments().size());
    } else {
      add(call.position(), path, ValueUse.Kind.CALL, call.arguments().size());
    }
  }

  private void addAssignment(Expression target, boolean function) {
    if (target instanceof Expression.Global global) {
      add(target.position(), global.name(), ValueUse.Kind.ASSIGNMENT, 0);
    } else if (target instanceof Expression.Index index
        && index.key() instanceof Expression.Text key) {
      String path = paths.of(target);
      if ("_G".equals(paths.of(index.object()))) {
        add(target.position(), key.value(), ValueUse.Kind.ASSIGNMENT, 0);
      } else if (path != null && path.startsWith(ValuePaths.MODULE)) {
        add(target.position(), key.value(), ValueUse.Kind.MODULE_FIELD, 0);
      } else if (function && index.object() instanceof Expression.Local) {
        add(target.position(), key.value(), ValueUse.Kind.LOCAL_FIELD, 0);
      }
    }
  }

  private void add(LuaPosition position, String path, ValueUse.Kind kind, int arguments) {
    uses.add(new ValueUse(position, path, kind, arguments));
  }
}
