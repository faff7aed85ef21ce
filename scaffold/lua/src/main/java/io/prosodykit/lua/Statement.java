package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;

/**
 * A statement of Lua.
 *
 * @since 0.1.0
 */
public sealed interface Statement extends LuaNode {
  @Override
  default void forEachChild(Consumer<? super LuaNode> action) {}

  /**
   * {@code local a, b = 1, 2}.
   *
   * @param position where it begins
   * @param variables the variables, which are in scope from the next statement on
   * @param values the values, perhaps fewer or more than variables
   */
  record Local(
      LuaPosition position,
      ImmutableList<LocalVariable> variables,
      ImmutableList<Expression> values)
      implements Statement {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      values.forEach(action);
    }
  }

  /**
   * {@code local function f() … end}.
   *
   * @param position where it begins
   * @param variable the variable, which is in scope in the function itself
   * @param body the function
   */
  record LocalFunction(LuaPosition position, LocalVariable variable, FunctionBody body)
      implements Statement {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(body);
    }
  }

  /**
   * {@code function f() … end}, {@code function a.b.c() … end} or {@code function a.b:c() … end}.
   *
   * @param position where it begins
   * @param target what gets the function: a variable or a field
   * @param method whether a colon precedes the last name
   * @param body the function
   */
  record Function(LuaPosition position, Expression target, boolean method, FunctionBody body)
      implements Statement {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(target);
      action.accept(body);
    }
  }

  /**
   * {@code a, b.c = 1, 2}.
   *
   * @param position where it begins
   * @param targets the variables and fields
   * @param values the values, perhaps fewer or more than targets
   */
  record Assignment(
      LuaPosition position, ImmutableList<Expression> targets, ImmutableList<Expression> values)
      implements Statement {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      targets.forEach(action);
      values.forEach(action);
    }
  }

  /**
   * A call whose results are not used.
   *
   * @param position where it begins
   * @param call a {@link Expression.Call} or {@link Expression.MethodCall}
   */
  record Call(LuaPosition position, Expression call) implements Statement {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(call);
    }
  }

  /**
   * {@code do … end}.
   *
   * @param position where it begins
   * @param block what it encloses
   */
  record Do(LuaPosition position, Block block) implements Statement {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(block);
    }
  }

  /**
   * {@code if … then … elseif … then … else … end}.
   *
   * @param position where it begins
   * @param branches the conditions and their blocks, at least one
   * @param otherwise what follows {@code else}; empty if there is none
   */
  record If(LuaPosition position, ImmutableList<IfBranch> branches, Block otherwise)
      implements Statement {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      branches.forEach(action);
      action.accept(otherwise);
    }
  }

  /**
   * {@code while … do … end}.
   *
   * @param position where it begins
   * @param condition the condition
   * @param block what is repeated
   */
  record While(LuaPosition position, Expression condition, Block block) implements Statement {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(condition);
      action.accept(block);
    }
  }

  /**
   * {@code repeat … until …}.
   *
   * @param position where it begins
   * @param block what is repeated
   * @param condition the condition, in which the variables of the block are in scope
   */
  record Repeat(LuaPosition position, Block block, Expression condition) implements Statement {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(block);
      action.accept(condition);
    }
  }

  /**
   * {@code for i = 1, 10, 2 do … end}.
   *
   * @param position where it begins
   * @param variable the variable
   * @param range the first value, the last, and the step if there is one
   * @param block what is repeated
   */
  record NumericFor(
      LuaPosition position, LocalVariable variable, ImmutableList<Expression> range, Block block)
      implements Statement {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      range.forEach(action);
      action.accept(block);
    }
  }

  /**
   * {@code for k, v in pairs(t) do … end}.
   *
   * @param position where it begins
   * @param variables the variables
   * @param values what follows {@code in}
   * @param block what is repeated
   */
  record GenericFor(
      LuaPosition position,
      ImmutableList<LocalVariable> variables,
      ImmutableList<Expression> values,
      Block block)
      implements Statement {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      values.forEach(action);
      action.accept(block);
    }
  }

  /**
   * {@code return …}.
   *
   * @param position where it begins
   * @param values the values
   */
  record Return(LuaPosition position, ImmutableList<Expression> values) implements Statement {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      values.forEach(action);
    }
  }

  /**
   * {@code break}.
   *
   * @param position where it is
   */
  record Break(LuaPosition position) implements Statement {}

  /**
   * {@code goto name}, since Lua 5.2.
   *
   * @param position where it begins
   * @param label the name of the label
   */
  record Goto(LuaPosition position, String label) implements Statement {}

  /**
   * {@code ::name::}, since Lua 5.2.
   *
   * @param position where it begins
   * @param name the name
   */
  record Label(LuaPosition position, String name) implements Statement {}

  /**
   * Something that is not a statement but should be one; a {@linkplain LuaProblem problem} says
   * why.
   *
   * @param position where it begins
   * @param functions the functions in it that could be read
   */
  record Broken(LuaPosition position, ImmutableList<FunctionBody> functions) implements Statement {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      functions.forEach(action);
    }
  }
}
