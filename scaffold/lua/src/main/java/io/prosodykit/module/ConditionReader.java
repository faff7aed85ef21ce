package io.prosodykit.module;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.BinaryOperator;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says what is known where a condition holds, and where it does not. */
final class ConditionReader {
  private static final Guard.All NOTHING = Guard.All.NONE;

  private static final Guard.All ON_RELEASE = one(new Guard.OnRelease(), true);

  /** Conditions that are nested deeper tell nothing. */
  private static final int MOST_STEPS = 16;

  /** At most this many guards are kept for a place; the earliest are dropped. */
  private static final int MOST_GUARDS = 64;

  private final ValuePaths paths;

  ConditionReader(ValuePaths paths) {
    this.paths = paths;
  }

  /** The guards that a condition implies if it is true, or if it is false. */
  Guard.All implied(Expression condition, boolean value) {
    return implied(condition, value, MOST_STEPS);
  }

  private Guard.All implied(Expression condition, boolean value, int steps) {
    if (steps == 0) {
      return NOTHING;
    } else if (condition instanceof Expression.Parenthesized parenthesized) {
      return implied(parenthesized.inner(), value, steps - 1);
    } else if (condition instanceof Expression.Unary unary) {
      return unary.operator() == UnaryOperator.NOT
          ? implied(unary.operand(), !value, steps - 1)
          : NOTHING;
    } else if (condition instanceof Expression.Binary binary) {
      return implied(binary, value, steps);
    } else if (condition instanceof Expression.Local local) {
      Expression meant = paths.condition(local.variable());
      if (meant != null) {
        return implied(meant, value, steps - 1);
      }
    } else if (condition instanceof Expression.Call call) {
      String library = paths.tried(call);
      if (library != null) {
        return one(new Guard.HasLibrary(library), value);
      }
    }
    return asked(condition, value);
  }

  private Guard.All implied(Expression.Binary binary, boolean value, int steps) {
    switch (binary.operator()) {
      case AND, OR -> {
        boolean both = (binary.operator() == BinaryOperator.AND) == value;
        Guard.All left = implied(binary.left(), value, steps - 1);
        Guard.All right = implied(binary.right(), value, steps - 1);
        return both ? union(left, right) : either(left, right);
      }
      case EQUAL, UNEQUAL -> {
        boolean equal = (binary.operator() == BinaryOperator.EQUAL) == value;
        if (binary.right() instanceof Expression.Nil) {
          return asked(binary.left(), !equal);
        }
        if (binary.left() instanceof Expression.Call call
            && call.arguments().size() == 1
            && "type".equals(paths.of(call.function()))
            && !"nil".equals(paths.text(binary.right()).orElse("nil"))) {
          return asked(call.arguments().get(0), equal);
        }
        return release(binary.left());
      }
      default -> {
        return release(binary.left());
      }
    }
  }

  private Guard.All asked(Expression expression, boolean there) {
    String raw = raw(expression);
    if (raw != null) {
      return global(raw, there);
    }
    String path = paths.of(expression);
    if (path == null || path.startsWith(ValuePaths.LIBRARY)) {
      return NOTHING;
    }
    return path.startsWith(ValuePaths.MODULE)
        ? one(new Guard.HasFunction(path.substring(ValuePaths.MODULE.length())), there)
        : global(path, there);
  }

  private static Guard.All global(String path, boolean there) {
    if (ReleaseFields.isIn(path)) {
      return ON_RELEASE;
    }
    return path.startsWith(ReleaseFields.SERVER) ? NOTHING : one(new Guard.HasGlobal(path), there);
  }

  private Guard.All release(Expression expression) {
    String raw = raw(expression);
    String path = raw == null ? paths.of(expression) : raw;
    return ReleaseFields.isValue(path) || "_VERSION".equals(path) ? ON_RELEASE : NOTHING;
  }

  /** The global variable that {@code rawget(_G, "…")} asks for. */
  private @Nullable String raw(Expression expression) {
    return expression instanceof Expression.Call call
            && call.arguments().size() == 2
            && "rawget".equals(paths.of(call.function()))
            && "_G".equals(paths.of(call.arguments().get(0)))
        ? paths.text(call.arguments().get(1)).orElse(null)
        : null;
  }

  private static Guard.All one(Guard guard, boolean there) {
    return new Guard.All(ImmutableSet.of(there ? guard : new Guard.Not(guard)));
  }

  /** Both sets; if there are too many, the earliest guards are dropped. */
  static Guard.All union(Guard.All earlier, Guard.All later) {
    if (earlier.isEmpty() || later.isEmpty()) {
      return earlier.isEmpty() ? later : earlier;
    }
    ImmutableSet<Guard> both =
        ImmutableSet.<Guard>builder().addAll(earlier.guards()).addAll(later.guards()).build();
    return new Guard.All(
        both.size() <= MOST_GUARDS
            ? both
            : ImmutableSet.copyOf(both.asList().subList(both.size() - MOST_GUARDS, both.size())));
  }

  /** One or the other; nothing if they are too many, or nothing is known of one of them. */
  private static Guard.All either(Guard.All one, Guard.All other) {
    if (one.isEmpty() || other.isEmpty()) {
      return NOTHING;
    }
    ImmutableSet<Guard> choices =
        ImmutableSet.<Guard>builder().addAll(choices(one)).addAll(choices(other)).build();
    if (choices.size() == 1) {
      return one;
    }
    Guard.Any any = new Guard.Any(choices);
    return count(any) <= MOST_GUARDS ? new Guard.All(ImmutableSet.of(any)) : NOTHING;
  }

  private static ImmutableSet<Guard> choices(Guard.All known) {
    Guard first = known.guards().asList().get(0);
    if (known.guards().size() > 1) {
      return ImmutableSet.of(known);
    }
    return first instanceof Guard.Any any ? any.guards() : known.guards();
  }

  /** How many things a guard asks for. */
  private static int count(Guard guard) {
    int count = 0;
    if (guard instanceof Guard.All all) {
      for (Guard each : all.guards()) {
        count += count(each);
      }
    } else if (guard instanceof Guard.Any any) {
      for (Guard each : any.guards()) {
        count += count(each);
      }
    } else {
      count = 1;
    }
    return count;
  }
}
