package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LuaRange;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the libraries that calls load. */
final class LibraryReader {
  private final ConstantReader constants;
  private final ModuleNames names;

  /** Calls inside a function that {@code pcall} runs. */
  private final Set<Expression> guarded = Collections.newSetFromMap(new IdentityHashMap<>());

  LibraryReader(ConstantReader constants, ModuleNames names) {
    this.constants = constants;
    this.names = names;
  }

  /**
   * The library that a call itself loads, if it does. Calls must be visited before those inside
   * them.
   */
  @Nullable LibraryUse read(Expression.Call call) {
    ImmutableList<Expression> arguments = call.arguments();
    if (arguments.isEmpty()) {
      return null;
    }
    if (names.isRequire(call.function())) {
      LibraryUse.Kind kind =
          guarded.contains(call) ? LibraryUse.Kind.OPTIONAL : LibraryUse.Kind.REQUIRED;
      return use(call, arguments.get(0), kind);
    }
    if (isNamed(call.function(), "softreq")) {
      return use(call, arguments.get(0), LibraryUse.Kind.OPTIONAL);
    }
    boolean guard = isNamed(call.function(), "pcall");
    int before = guard ? 1 : isNamed(call.function(), "xpcall") ? 2 : 0;
    if (before == 0) {
      return null;
    }
    if (arguments.get(0) instanceof Expression.Function function) {
      function.walk(
          node -> {
            if (node instanceof Expression.Call inner) {
              guarded.add(inner);
            }
          });
    }
    return names.isRequire(arguments.get(0)) && arguments.size() > before
        ? use(call, arguments.get(before), LibraryUse.Kind.OPTIONAL)
        : null;
  }

  private LibraryUse use(Expression.Call call, Expression name, LibraryUse.Kind kind) {
    return new LibraryUse(new LuaRange(call.position(), call.end()), constants.value(name), kind);
  }

  private static boolean isNamed(Expression function, String name) {
    if (function instanceof Expression.Global global) {
      return global.name().equals(name);
    } else if (function instanceof Expression.Local local) {
      return local.variable().name().equals(name);
    }
    return function instanceof Expression.Index index
        && index.key() instanceof Expression.Text key
        && key.value().equals(name);
  }
}
