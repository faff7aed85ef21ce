package io.prosodykit.module;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LocalVariable;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the path from a global variable, a library or the module to an expression. */
final class ValuePaths extends KindReader {
  private static final ImmutableSet<Class<? extends LuaNode>> KINDS =
      ImmutableSet.of(Statement.Local.class);

  /** Prefix of the paths of a library's fields. */
  static final String LIBRARY = "require ";

  /** Prefix of the paths of the module's fields. */
  static final String MODULE = "module:";

  /** Prefix of a global variable that is written as a field. */
  private static final String GLOBALS = "_G.";

  /** Paths with more steps are ignored. */
  private static final int MOST_STEPS = 8;

  /** Longer paths are ignored as well, because many of them could fill the memory. */
  private static final int LONGEST = 256;

  private final ModuleNames names;
  private final ConstantReader constants;
  private final Map<LocalVariable, String> aliases = new HashMap<>();

  /**
   * Variables that stand for a condition: {@code local modern = module.may ~= nil}, {@code local
   * has_paseto = pcall(require, "util.paseto")}.
   */
  private final Map<LocalVariable, Expression> conditions = new HashMap<>();

  ValuePaths(FactsReader reader) {
    super(KINDS);
    this.names = reader.names();
    this.constants = reader.constants();
  }

  /** Records aliases. */
  @Override
  public void read(LuaNode node) {
    if (node instanceof Statement.Local declaration) {
      constants.forEachConstant(declaration, this::declare);
    }
  }

  private void declare(LocalVariable variable, Expression value) {
    String path = of(value);
    if (path != null) {
      aliases.put(variable, path);
    } else if (value instanceof Expression.Binary
        || value instanceof Expression.Unary
        || (value instanceof Expression.Call call && tried(call) != null)) {
      conditions.put(variable, value);
    }
  }

  /** The condition that a variable stands for. */
  @Nullable Expression condition(LocalVariable variable) {
    return conditions.get(variable);
  }

  /** The text of an expression, if it is known. */
  Optional<String> text(Expression expression) {
    return constants.value(expression).text();
  }

  /** The path of an expression; none for what has another origin. */
  @Nullable String of(Expression expression) {
    Expression at = expression;
    String fields = "";
    for (int step = 0; step < MOST_STEPS; step++) {
      if (at instanceof Expression.Index index) {
        if (!(index.key() instanceof Expression.Text key)) {
          return null;
        }
        if (names.isModule(index.object())) {
          return MODULE + key.value() + fields;
        }
        fields = "." + key.value() + fields;
        at = index.object();
      } else if (at instanceof Expression.Parenthesized parenthesized) {
        at = parenthesized.inner();
      } else {
        String base = base(at);
        return base == null ? null : joined(base, fields);
      }
    }
    return null;
  }

  private @Nullable String base(Expression expression) {
    if (expression instanceof Expression.Global global) {
      return global.name();
    } else if (expression instanceof Expression.Local local) {
      return aliases.get(local.variable());
    }
    String library = expression instanceof Expression.Call call ? library(call) : null;
    return library == null ? null : LIBRARY + library;
  }

  private static @Nullable String joined(String base, String fields) {
    if (fields.isEmpty()) {
      return base;
    }
    if (base.length() + fields.length() > LONGEST) {
      return null;
    }
    String path = base + fields;
    while (path.startsWith(GLOBALS)) {
      path = path.substring(GLOBALS.length());
    }
    return path;
  }

  private @Nullable String library(Expression.Call call) {
    return call.arguments().size() == 1 && names.isRequire(call.function())
        ? library(call.arguments().get(0))
        : null;
  }

  private @Nullable String library(Expression name) {
    Optional<String> library = text(name);
    return library.isPresent() && library.get().length() <= LONGEST ? library.get() : null;
  }

  /** The library whose availability {@code pcall(require, …)} checks. */
  @Nullable String tried(Expression.Call call) {
    return call.arguments().size() == 2
            && "pcall".equals(of(call.function()))
            && names.isRequire(call.arguments().get(0))
        ? library(call.arguments().get(1))
        : null;
  }
}
