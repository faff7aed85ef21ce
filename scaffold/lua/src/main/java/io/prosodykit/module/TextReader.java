package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.BinaryOperator;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LuaNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** Collects the namespaces in strings, and the host types that are checked for. */
final class TextReader extends KindReader {
  private static final ImmutableSet<Class<? extends LuaNode>> KINDS =
      ImmutableSet.of(Expression.Text.class, Expression.Binary.class);

  private final ConstantReader constants;
  private final ModuleNames names;
  private final ImmutableList.Builder<NamespaceUse> namespaces = ImmutableList.builder();
  private final ImmutableList.Builder<HostTypeComparison> hostTypes = ImmutableList.builder();

  /** Operands of concatenations, which mean nothing by themselves. */
  private final Set<Expression> operands = Collections.newSetFromMap(new IdentityHashMap<>());

  TextReader(ConstantReader constants, ModuleNames names) {
    super(KINDS);
    this.constants = constants;
    this.names = names;
  }

  @Override
  public void read(LuaNode node) {
    if (node instanceof Expression.Text text) {
      addNamespace(text, text.value());
    } else if (node instanceof Expression.Binary binary) {
      readBinary(binary);
    }
  }

  private void addNamespace(Expression expression, String text) {
    if (NamespaceUse.isNamespace(text) && !operands.contains(expression)) {
      namespaces.add(new NamespaceUse(expression.position(), text));
    }
  }

  private void readBinary(Expression.Binary binary) {
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
        hostTypes.add(new HostTypeComparison(comparison.position(), text.get(), equal));
      }
    }
  }

  ImmutableList<NamespaceUse> namespaces() {
    return namespaces.build();
  }

  ImmutableList<HostTypeComparison> hostTypes() {
    return hostTypes.build();
  }
}
