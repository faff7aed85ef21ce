package io.prosodykit.module;

import io.prosodykit.lua.Expression;
import io.prosodykit.lua.FunctionBody;
import io.prosodykit.lua.LocalVariable;
import io.prosodykit.lua.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the names that a source gives to {@code module}, its functions and {@code require}. */
final class ModuleNames {
  private static final String MODULE = "module";
  private static final String FIRE_EVENT = "fire_event";
  private static final String REQUIRE = "require";

  /** The most chained calls of {@code context} that are followed. */
  private static final int MOST_CONTEXTS = 8;

  private final ConstantReader constants;
  private final Set<LocalVariable> modules = new HashSet<>();
  private final Map<LocalVariable, String> functions = new HashMap<>();
  private final Set<LocalVariable> requires = new HashSet<>();

  /** Functions that fire events of something else than the module. */
  private final Set<LocalVariable> fires = new HashSet<>();

  ModuleNames(ConstantReader constants) {
    this.constants = constants;
  }

  /** Records a declaration, if its variables keep their values. */
  void declare(Statement.Local declaration) {
    constants.forEachConstant(declaration, this::declare);
  }

  private void declare(LocalVariable variable, Expression value) {
    if (isModule(value)) {
      modules.add(variable);
    } else if (isRequire(value)) {
      requires.add(variable);
    } else {
      Optional<String> function = function(value);
      if (function.isPresent()) {
        functions.put(variable, function.get());
      } else if (isFire(value)) {
        fires.add(variable);
      }
    }
  }

  /**
   * Records the parameters that are a module: those of {@code module.add_host}, or those named
   * {@code module}.
   */
  void declare(FunctionBody body, boolean addHost) {
    for (LocalVariable parameter : body.parameters()) {
      boolean first = addHost && parameter.equals(body.parameters().get(0));
      if ((first || parameter.name().equals(MODULE)) && constants.isConstant(parameter)) {
        modules.add(parameter);
      }
    }
  }

  /** Whether an expression is the module, on this host or on another. */
  boolean isModule(Expression expression) {
    Expression inner = expression;
    int contexts = 0;
    while (true) {
      if (inner instanceof Expression.MethodCall call
          && call.method().value().equals("context")
          && contexts < MOST_CONTEXTS) {
        inner = call.object();
        contexts++;
      } else if (inner instanceof Expression.Parenthesized parenthesized) {
        inner = parenthesized.inner();
      } else {
        break;
      }
    }
    return inner instanceof Expression.Local local
        ? modules.contains(local.variable())
        : inner instanceof Expression.Global global && global.name().equals(MODULE);
  }

  /**
   * The name of the module's function that an expression refers to: {@code hook} for {@code
   * module.hook}.
   */
  Optional<String> function(Expression expression) {
    if (expression instanceof Expression.Local local) {
      return Optional.ofNullable(functions.get(local.variable()));
    }
    return expression instanceof Expression.Index index
            && index.key() instanceof Expression.Text name
            && isModule(index.object())
        ? Optional.of(name.value())
        : Optional.empty();
  }

  /**
   * Whether an expression is a function {@code fire_event}, of whatever object, or one whose name
   * says that it fires events: {@code refire_event}.
   */
  boolean isFire(Expression expression) {
    if (expression instanceof Expression.Local local) {
      return fires.contains(local.variable())
          || local.variable().name().endsWith(FIRE_EVENT)
          || isFire(functions.get(local.variable()));
    }
    return expression instanceof Expression.Global global
        ? global.name().endsWith(FIRE_EVENT)
        : expression instanceof Expression.Index index
            && index.key() instanceof Expression.Text name
            && isFire(name.value());
  }

  static boolean isFire(@Nullable String function) {
    return FIRE_EVENT.equals(function);
  }

  /** Whether an expression is Lua's {@code require}. */
  boolean isRequire(Expression expression) {
    return expression instanceof Expression.Local local
        ? requires.contains(local.variable())
        : expression instanceof Expression.Global global && global.name().equals(REQUIRE);
  }
}
