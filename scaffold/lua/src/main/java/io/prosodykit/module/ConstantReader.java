package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LocalVariable;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.Statement;
import io.prosodykit.lua.TableField;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Computes the values of expressions that are known from the source. */
final class ConstantReader extends KindReader {
  private static final ImmutableSet<Class<? extends LuaNode>> KINDS =
      ImmutableSet.of(Statement.Assignment.class, Statement.Function.class);

  private static final LuaValue UNKNOWN = new LuaValue.Unknown();
  private static final LuaValue NIL = new LuaValue.Nil();
  private static final String FORMAT = "format";

  /** Variables that are assigned after their declaration, so that their values are unknown. */
  private final Set<LocalVariable> assigned = new HashSet<>();

  private final Map<LocalVariable, LuaValue> values = new HashMap<>();

  /** The tables that variables are declared with, to which fields may be added later. */
  private final Map<LocalVariable, Expression.Table> tables = new HashMap<>();

  /** The variables of tables that may get a name later. */
  private final Set<LocalVariable> named = new HashSet<>();

  ConstantReader() {
    super(KINDS);
  }

  /** Records assignments. All of them must be recorded before anything else is asked. */
  @Override
  public void read(LuaNode node) {
    if (node instanceof Statement.Function function) {
      addAssigned(function.target());
    } else if (node instanceof Statement.Assignment assignment) {
      for (Expression target : assignment.targets()) {
        addAssigned(target);
      }
    }
  }

  private void addAssigned(Expression target) {
    if (target instanceof Expression.Local local) {
      assigned.add(local.variable());
    } else if (target instanceof Expression.Index index
        && index.object() instanceof Expression.Local local
        && !(index.key() instanceof Expression.Text key && !key.value().equals("name"))) {
      named.add(local.variable());
    }
  }

  /** Whether a variable keeps the value that it is declared with. */
  boolean isConstant(LocalVariable variable) {
    return !assigned.contains(variable);
  }

  /** Passes on the variables of a declaration that keep their values, each with its value. */
  void forEachConstant(Statement.Local declaration, BiConsumer<LocalVariable, Expression> action) {
    int count = Math.min(declaration.variables().size(), declaration.values().size());
    for (int i = 0; i < count; i++) {
      LocalVariable variable = declaration.variables().get(i);
      if (isConstant(variable)) {
        action.accept(variable, declaration.values().get(i));
      }
    }
  }

  /** Records a declaration, if its variables keep their values. */
  void declare(Statement.Local declaration) {
    forEachConstant(declaration, this::declare);
  }

  private void declare(LocalVariable variable, Expression expression) {
    // what a table holds may change wherever the variable is used
    if (expression instanceof Expression.Table table) {
      tables.put(variable, table);
    } else {
      LuaValue value = value(expression);
      if (!(value instanceof LuaValue.Unknown || value instanceof LuaValue.Table)) {
        values.put(variable, value);
      }
    }
  }

  /** The value of an item with a name: a table, also in a variable if its name stays the same. */
  LuaValue item(Expression expression) {
    if (expression instanceof Expression.Local local && !named.contains(local.variable())) {
      Expression.Table table = tables.get(local.variable());
      if (table != null) {
        return table(table);
      }
    }
    return value(expression);
  }

  /** The value of an expression. */
  LuaValue value(Expression expression) {
    if (expression instanceof Expression.Text text) {
      return new LuaValue.Text(text.value());
    } else if (expression instanceof Expression.Local local) {
      return values.getOrDefault(local.variable(), UNKNOWN);
    } else if (expression instanceof Expression.Numeral numeral) {
      return ConstantArithmetic.numeral(numeral.text());
    } else if (expression instanceof Expression.Bool bool) {
      return new LuaValue.Bool(bool.value());
    } else if (expression instanceof Expression.Nil) {
      return NIL;
    } else if (expression instanceof Expression.Parenthesized parenthesized) {
      return value(parenthesized.inner());
    } else if (expression instanceof Expression.Unary unary) {
      return ConstantArithmetic.apply(unary.operator(), value(unary.operand()));
    } else if (expression instanceof Expression.Binary binary) {
      return binary(binary);
    } else if (expression instanceof Expression.Table table) {
      return table(table);
    } else if (expression instanceof Expression.MethodCall call) {
      return format(call);
    } else if (expression instanceof Expression.Call call) {
      return format(call);
    }
    return UNKNOWN;
  }

  /** {@code ("urn:%s"):format(name)}. */
  private LuaValue format(Expression.MethodCall call) {
    // chains of calls can be of any length
    return call.method().value().equals(FORMAT) && !(call.object() instanceof Expression.MethodCall)
        ? format(value(call.object()), call.arguments())
        : UNKNOWN;
  }

  /** {@code string.format("urn:%s", name)}. */
  private LuaValue format(Expression.Call call) {
    return !call.arguments().isEmpty()
            && call.function() instanceof Expression.Index index
            && index.object() instanceof Expression.Global global
            && global.name().equals("string")
            && index.key() instanceof Expression.Text key
            && key.value().equals(FORMAT)
        ? format(
            value(call.arguments().get(0)), call.arguments().subList(1, call.arguments().size()))
        : UNKNOWN;
  }

  private LuaValue format(LuaValue pattern, List<Expression> arguments) {
    return pattern instanceof LuaValue.Text text
        ? ConstantFormat.apply(text.value(), values(arguments))
        : UNKNOWN;
  }

  /** Follows the left operands without recursion, because there may be any number of them. */
  private LuaValue binary(Expression.Binary last) {
    Deque<Expression.Binary> operations = new ArrayDeque<>();
    Expression first = last;
    while (first instanceof Expression.Binary binary) {
      operations.push(binary);
      first = binary.left();
    }
    LuaValue value = value(first);
    for (Expression.Binary operation : operations) {
      value = ConstantArithmetic.apply(operation.operator(), value, value(operation.right()));
    }
    return value;
  }

  /** The values of expressions. */
  ImmutableList<LuaValue> values(List<Expression> expressions) {
    ImmutableList.Builder<LuaValue> known =
        ImmutableList.builderWithExpectedSize(expressions.size());
    for (Expression expression : expressions) {
      known.add(value(expression));
    }
    return known.build();
  }

  private LuaValue table(Expression.Table table) {
    ImmutableList.Builder<LuaValue> items = ImmutableList.builder();
    Map<String, LuaValue> fields = new LinkedHashMap<>();
    for (TableField field : table.fields()) {
      if (field instanceof TableField.Keyed keyed) {
        Optional<String> key = value(keyed.key()).text();
        if (key.isPresent()) {
          fields.put(key.get(), value(keyed.value()));
        }
      } else {
        items.add(value(field.value()));
      }
    }
    return new LuaValue.Table(items.build(), ImmutableMap.copyOf(fields));
  }
}
