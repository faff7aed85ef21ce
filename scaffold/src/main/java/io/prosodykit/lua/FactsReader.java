package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through the tree of a module once and gathers its facts.
 *
 * <p>Most programs read modules once in a fresh JVM, where each lambda costs a class: so there are
 * none on the way of every file.
 */
final class FactsReader {
  private final LuaChunk source;
  private final List<LuaNode> nodes = new ArrayList<>();
  private final ConstantReader constants;
  private final ModuleNames names;
  private final LibraryReader libraryReader;
  private final ImmutableList.Builder<ModuleCall> calls = ImmutableList.builder();
  private final ImmutableList.Builder<LibraryUse> libraries = ImmutableList.builder();
  private final ImmutableList.Builder<NamespaceUse> namespaces = ImmutableList.builder();
  private final ImmutableList.Builder<HostTypeTest> hostTypes = ImmutableList.builder();

  /** Operands of concatenations, which say nothing by themselves. */
  private final Set<Expression> operands = Collections.newSetFromMap(new IdentityHashMap<>());

  private boolean shared;

  FactsReader(LuaChunk source) {
    this.source = source;
    source.block().walk(nodes::add);
    this.constants = new ConstantReader(nodes);
    this.names = new ModuleNames(constants);
    this.libraryReader = new LibraryReader(constants, names);
  }

  /** All nodes, in the order of {@link LuaNode#walk}. */
  List<LuaNode> nodes() {
    return nodes;
  }

  /** What is constant; complete after {@link #read()}. */
  ConstantReader constants() {
    return constants;
  }

  /** The names of the module and its functions; complete after {@link #read()}. */
  ModuleNames names() {
    return names;
  }

  ModuleFacts read() {
    for (LuaNode node : nodes) {
      visit(node);
    }
    return new ModuleFacts(
        calls.build(),
        libraries.build(),
        namespaces.build(),
        CommentFacts.hints(source.comments()),
        CommentFacts.xeps(source),
        hostTypes.build(),
        shared,
        source.versions());
  }

  private void visit(LuaNode node) {
    if (node instanceof Expression.MethodCall call) {
      visitMethodCall(call);
    } else if (node instanceof Expression.Call call) {
      visitCall(call);
    } else if (node instanceof Expression.Text text) {
      addNamespace(text, text.value());
    } else if (node instanceof Expression.Binary binary) {
      visitBinary(binary);
    } else if (node instanceof Statement.Local declaration) {
      constants.declare(declaration);
      names.declare(declaration);
    } else if (node instanceof Statement.Function function) {
      visitFunction(function.target(), function.body());
    } else if (node instanceof Statement.Assignment assignment) {
      visitAssignment(assignment);
    } else if (node instanceof FunctionBody body) {
      names.declare(body, false);
    }
  }

  private void visitMethodCall(Expression.MethodCall call) {
    if (names.isModule(call.object())) {
      addCall(call.position(), call.method().value(), call.arguments());
    }
  }

  private void visitCall(Expression.Call call) {
    LibraryUse library = libraryReader.read(call);
    if (library != null) {
      libraries.add(library);
    }
    List<Expression> arguments = call.arguments();
    if (!arguments.isEmpty() && names.isModule(arguments.get(0))) {
      Optional<String> function = names.function(call.function());
      if (function.isPresent()) {
        addCall(call.position(), function.get(), arguments.subList(1, arguments.size()));
      }
    }
  }

  private void addCall(LuaPosition position, String function, List<Expression> arguments) {
    ImmutableList<LuaValue> values = constants.values(arguments);
    calls.add(new ModuleCall(position, function, values));
    if (function.equals("require") && !values.isEmpty()) {
      libraries.add(new LibraryUse(position, values.get(0), LibraryUse.Kind.OWN));
    }
  }

  private void addNamespace(Expression expression, String text) {
    if (NamespaceUse.isNamespace(text) && !operands.contains(expression)) {
      namespaces.add(new NamespaceUse(expression.position(), text));
    }
  }

  private void visitBinary(Expression.Binary binary) {
    switch (binary.operator()) {
      case CONCATENATE -> {
        if (!operands.contains(binary)) {
          Optional<String> text = constants.value(binary).text();
          if (text.isPresent()) {
            addNamespace(binary, text.get());
          }
        }
        operands.add(binary.left());
        operands.add(binary.right());
      }
      case EQUAL, UNEQUAL -> {
        addHostType(binary, binary.left(), binary.right());
        addHostType(binary, binary.right(), binary.left());
      }
      default -> {}
    }
  }

  private void addHostType(Expression.Binary comparison, Expression asked, Expression type) {
    if (asked instanceof Expression.MethodCall call
        && call.method().value().equals("get_host_type")
        && names.isModule(call.object())) {
      boolean equal = comparison.operator() == BinaryOperator.EQUAL;
      Optional<String> text = constants.value(type).text();
      if (text.isPresent()) {
        hostTypes.add(new HostTypeTest(comparison.position(), text.get(), equal));
      }
    }
  }

  private void visitAssignment(Statement.Assignment assignment) {
    int count = Math.min(assignment.targets().size(), assignment.values().size());
    for (int i = 0; i < count; i++) {
      if (assignment.values().get(i) instanceof Expression.Function function) {
        visitFunction(assignment.targets().get(i), function.body());
      }
    }
  }

  /** Takes note of {@code module.add_host}. */
  private void visitFunction(Expression target, FunctionBody body) {
    if (names.function(target).equals(Optional.of("add_host"))) {
      shared = true;
      names.declare(body, true);
    }
  }
}
