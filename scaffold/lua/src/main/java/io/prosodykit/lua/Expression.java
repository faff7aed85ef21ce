package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;

/**
 * An expression of Lua.
 *
 * @since 0.1.0
 */
public sealed interface Expression extends LuaNode {
  @Override
  default void forEachChild(Consumer<? super LuaNode> action) {}

  /**
   * {@code nil}.
   *
   * @param position where it is
   */
  record Nil(LuaPosition position) implements Expression {}

  /**
   * {@code true} or {@code false}.
   *
   * @param position where it is
   * @param value which of the two
   */
  record Bool(LuaPosition position, boolean value) implements Expression {}

  /**
   * A number.
   *
   * @param position where it is
   * @param text the number as written, for example {@code 0x1p4}
   */
  record Numeral(LuaPosition position, String text) implements Expression {}

  /**
   * A string, also the name after a dot, a colon or in a table constructor.
   *
   * @param position where it begins
   * @param value its value since Lua 5.2; escaped bytes are read as UTF-8, and what is not UTF-8 as
   *     U+FFFD
   */
  record Text(LuaPosition position, String value) implements Expression {}

  /**
   * {@code ...}.
   *
   * @param position where it is
   */
  record Varargs(LuaPosition position) implements Expression {}

  /**
   * An anonymous function.
   *
   * @param position where it begins
   * @param body its parameters and statements
   */
  record Function(LuaPosition position, FunctionBody body) implements Expression {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(body);
    }
  }

  /**
   * The name of a local variable, of this function or of an enclosing one.
   *
   * @param position where it is
   * @param variable the variable
   */
  record Local(LuaPosition position, LocalVariable variable) implements Expression {}

  /**
   * The name of a variable that no scope declares.
   *
   * @param position where it is
   * @param name the name
   */
  record Global(LuaPosition position, String name) implements Expression {}

  /**
   * A field of a value: {@code object.name} or {@code object[key]}.
   *
   * @param position where the object begins
   * @param end where it ends, after its last character
   * @param object the value
   * @param key the key; a name is a {@link Text}
   */
  record Index(LuaPosition position, LuaPosition end, Expression object, Expression key)
      implements Expression {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(object);
      action.accept(key);
    }
  }

  /**
   * A call: {@code function(…)}, {@code function "…"} or {@code function {…}}.
   *
   * @param position where the function begins
   * @param end where it ends, after its last character
   * @param function what is called
   * @param arguments the arguments
   */
  record Call(
      LuaPosition position,
      LuaPosition end,
      Expression function,
      ImmutableList<Expression> arguments)
      implements Expression {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(function);
      arguments.forEach(action);
    }
  }

  /**
   * A call of a method: {@code object:method(…)}.
   *
   * @param position where the object begins
   * @param end where it ends, after its last character
   * @param object the value whose method is called
   * @param method the name of the method
   * @param arguments the arguments after the object
   */
  record MethodCall(
      LuaPosition position,
      LuaPosition end,
      Expression object,
      Text method,
      ImmutableList<Expression> arguments)
      implements Expression {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(object);
      action.accept(method);
      arguments.forEach(action);
    }
  }

  /**
   * An expression in parentheses, which always has exactly one value.
   *
   * @param position where the parenthesis opens
   * @param inner what it encloses
   */
  record Parenthesized(LuaPosition position, Expression inner) implements Expression {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(inner);
    }
  }

  /**
   * A table constructor.
   *
   * @param position where its brace opens
   * @param fields the fields
   */
  record Table(LuaPosition position, ImmutableList<TableField> fields) implements Expression {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      fields.forEach(action);
    }
  }

  /**
   * An operator before its operand.
   *
   * @param position where the operator is
   * @param operator the operator
   * @param operand the operand
   */
  record Unary(LuaPosition position, UnaryOperator operator, Expression operand)
      implements Expression {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(operand);
    }
  }

  /**
   * An operator between two operands.
   *
   * @param position where the left operand begins
   * @param operator the operator
   * @param left the operand before it
   * @param right the operand after it
   */
  record Binary(LuaPosition position, BinaryOperator operator, Expression left, Expression right)
      implements Expression {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(left);
      action.accept(right);
    }
  }

  /**
   * Something that is not an expression but should be one; a {@linkplain LuaProblem problem} says
   * why.
   *
   * @param position where it should have been
   */
  record Broken(LuaPosition position) implements Expression {}
}
