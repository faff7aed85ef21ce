package io.prosodykit.module;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.BinaryOperator;
import io.prosodykit.lua.Block;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.IfBranch;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.Statement;
import io.prosodykit.lua.UnaryOperator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the calls that code makes only if it knows that something exists, or does not. */
final class GuardReader implements NodeReader {
  private static final ImmutableSet<Class<? extends LuaNode>> KINDS =
      ImmutableSet.of(Statement.If.class, Expression.Binary.class, Block.class);

  private static final Guard.All NOTHING = Guard.All.NONE;

  private static final Guard.All ON_RELEASE = one(new Guard.OnRelease(), true);

  /** Fields of {@code prosody} whose existence reveals the release. */
  private static final ImmutableSet<String> RELEASE =
      ImmutableSet.of(ValuePaths.RELEASE, "prosody.process_type", "prosody.features");

  /** Conditions that are nested more deeply are ignored. */
  private static final int MOST_STEPS = 16;

  /** If more guards hold at a place, those that were checked first are ignored. */
  private static final int MOST_GUARDS = 64;

  private final ValuePaths paths;
  private final Map<LuaPosition, Guard.All> guards = new HashMap<>();

  GuardReader(ValuePaths paths) {
    this.paths = paths;
  }

  ImmutableMap<LuaPosition, Guard.All> guards() {
    return ImmutableMap.copyOf(guards);
  }

  @Override
  public ImmutableSet<Class<? extends LuaNode>> kinds() {
    return KINDS;
  }

  @Override
  public void read(LuaNode node) {
    if (node instanceof Statement.If choice) {
      visitIf(choice);
    } else if (node instanceof Expression.Binary binary) {
      switch (binary.operator()) {
        case AND -> guard(binary.right(), implied(binary.left(), true, MOST_STEPS));
        case OR -> guard(binary.right(), implied(binary.left(), false, MOST_STEPS));
        default -> {}
      }
    } else if (node instanceof Block block) {
      visitBlock(block.statements());
    }
  }

  private void visitIf(Statement.If choice) {
    Guard.All before = NOTHING;
    for (IfBranch branch : choice.branches()) {
      Guard.All here = implied(branch.condition(), true, MOST_STEPS);
      guard(branch.block(), union(before, here));
      before = union(before, implied(branch.condition(), false, MOST_STEPS));
    }
    guard(choice.otherwise(), before);
  }

  /** What follows {@code if … then return end} is guarded, too. */
  private void visitBlock(List<Statement> statements) {
    Guard.All known = NOTHING;
    for (Statement statement : statements) {
      guard(statement, known);
      if (statement instanceof Statement.If choice
          && choice.branches().size() == 1
          && choice.otherwise().statements().isEmpty()
          && leaves(choice.branches().get(0).block().statements())) {
        known = union(known, implied(choice.branches().get(0).condition(), false, MOST_STEPS));
      }
    }
  }

  private boolean leaves(List<Statement> statements) {
    if (statements.isEmpty()) {
      return false;
    }
    Statement last = statements.get(statements.size() - 1);
    return last instanceof Statement.Return
        || (last instanceof Statement.Call call
            && call.call() instanceof Expression.Call function
            && "error".equals(paths.of(function.function())));
  }

  private void guard(LuaNode part, Guard.All known) {
    if (known.isEmpty()) {
      return;
    }
    part.walk(new CallMarker(known));
  }

  /** Records what is known where calls are made. */
  private final class CallMarker implements Consumer<LuaNode> {
    private final Guard.All known;

    CallMarker(Guard.All known) {
      this.known = known;
    }

    @Override
    public void accept(LuaNode node) {
      if (node instanceof Expression.Call || node instanceof Expression.MethodCall) {
        Guard.All before = guards.getOrDefault(node.position(), NOTHING);
        guards.put(node.position(), union(before, known));
      }
    }
  }

  /** What exists, and what does not, if a condition has a value. */
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
        return both
            ? union(
                implied(binary.left(), value, steps - 1), implied(binary.right(), value, steps - 1))
            : NOTHING;
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
    if (RELEASE.contains(path) || path.startsWith("prosody.features.")) {
      return ON_RELEASE;
    }
    return path.startsWith("prosody.") ? NOTHING : one(new Guard.HasGlobal(path), there);
  }

  private Guard.All release(Expression expression) {
    String raw = raw(expression);
    String path = raw == null ? paths.of(expression) : raw;
    return ValuePaths.RELEASE.equals(path) || "_VERSION".equals(path) ? ON_RELEASE : NOTHING;
  }

  /** The global variable that {@code rawget(_G, "…")} reads. */
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

  /** Both; if they are too many, only the later ones. */
  private static Guard.All union(Guard.All earlier, Guard.All later) {
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
}
