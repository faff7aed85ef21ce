package io.prosodykit.lua;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions, blocks and local variables that the parser is in. */
final class Scopes {
  private static final int MOST_VARIABLES = 200;

  private final Problems problems;
  private final Labels labels;
  private final UpvalueFinder upvalues;

  /** The variables in scope; hidden ones are null. */
  private final List<@Nullable Binding> variables = new ArrayList<>();

  private FunctionScope function;
  private BlockScope block;
  private final Registers registers;
  private int reported;

  Scopes(Symbol environment, Problems problems) {
    this.problems = problems;
    this.labels = new Labels(problems);
    this.registers = new Registers(problems);
    this.upvalues = new UpvalueFinder(environment, problems);
    this.function = new FunctionScope(null, 0, 0);
    this.function.variadic = true;
    this.block = new BlockScope(null, false, 0, 0, 0);
  }

  FunctionScope function() {
    return function;
  }

  BlockScope block() {
    return block;
  }

  void addBreak(LuaPosition position) {
    labels.addBreak(position, block);
  }

  void addJump(Symbol label, LuaPosition position) {
    labels.addJump(label, position, function, block, variables.size());
  }

  /** Adds a label; for the last one of a block, the variables of the block do not count. */
  void addLabel(Symbol label, LuaPosition position, boolean last) {
    int count = last ? block.firstVariable : variables.size();
    labels.addLabel(label, position, function, block, count);
  }

  /** Ends the main function. */
  void closeSource() {
    labels.closeFunction(block);
  }

  void openFunction() {
    function = new FunctionScope(function, variables.size(), labels.size());
    block = newBlock(null, false);
  }

  /** Goes back to the enclosing function, and to its current block. */
  void closeFunction(BlockScope back) {
    labels.closeFunction(block);
    forgetVariables();
    FunctionScope outer = function.outer;
    if (outer != null) {
      function = outer;
    }
    block = back;
  }

  void openBlock(boolean loop) {
    block = newBlock(block, loop);
  }

  private BlockScope newBlock(@Nullable BlockScope outer, boolean loop) {
    return new BlockScope(outer, loop, variables.size(), labels.size(), labels.jumps());
  }

  void closeBlock() {
    forgetVariables();
    BlockScope outer = block.outer;
    if (outer != null) {
      labels.closeBlock(block, outer);
      block = outer;
    }
  }

  private void forgetVariables() {
    for (int i = variables.size() - 1; i >= block.firstVariable; i--) {
      Binding binding = variables.remove(i);
      if (binding != null) {
        binding.symbol.binding = binding.shadowed;
        if (binding.mayBeConstant()) {
          binding.function.constants--;
        }
      }
    }
    function.extraIn54 -= block.extraIn54;
  }

  /** Leaves all scopes that were opened since then, after a statement was aborted. */
  void unwind(FunctionScope toFunction, BlockScope toBlock) {
    while (function != toFunction) {
      while (block.outer != null) {
        closeBlock();
      }
      closeFunction(toBlock);
    }
    while (block != toBlock && block.outer != null) {
      closeBlock();
    }
    function.pending = 0;
    function.held = 0;
  }

  /** Counts values that the compiler keeps in registers until they are released. */
  void hold(int values, LuaPosition position) {
    function.held += values;
    registers.check(function, variables.size(), position);
  }

  void release(int values) {
    function.held -= values;
  }

  /** Declares a variable, which is in scope only when {@link #activate} says so. */
  Binding declare(Symbol symbol, LocalVariable variable, boolean parameter) {
    function.pending++;
    checkVariables(variable.position());
    return new Binding(symbol, variable, function, parameter);
  }

  void activate(Binding declared) {
    function.pending--;
    declared.symbol.binding = declared;
    variables.add(declared);
    if (declared.mayBeConstant()) {
      declared.function.constants++;
    }
  }

  /** Adds hidden variables of a loop. */
  void addHidden(int count, int moreIn54, LuaPosition position) {
    for (int i = 0; i < count; i++) {
      variables.add(null);
    }
    block.extraIn54 += moreIn54;
    function.extraIn54 += moreIn54;
    checkVariables(position);
  }

  /** Marks the function as variadic: its parameters end with {@code ...}. */
  void makeVariadic(LuaPosition position) {
    function.variadic = true;
    checkVariables(position);
  }

  private void checkVariables(LuaPosition position) {
    int count = variables.size() - function.firstVariable + function.pending;
    if (count + function.extraIn54 + 1 > MOST_VARIABLES) {
      int refusing = Versions.NONE;
      if (count + (function.hasArg() ? 1 : 0) > MOST_VARIABLES) {
        refusing |= Versions.V5_1;
      }
      if (count > MOST_VARIABLES) {
        refusing |= Versions.V5_2 | Versions.V5_3;
      }
      if (count + function.extraIn54 > MOST_VARIABLES) {
        refusing |= Versions.V5_4;
      }
      refusing &= ~reported;
      if (refusing != Versions.NONE) {
        reported |= refusing;
        problems.add(
            position, "more than " + MOST_VARIABLES + " local variables in a function", refusing);
      }
    }
  }

  /** Finds what a name means here: a local variable, or nothing if it is global. */
  @Nullable Binding resolve(Symbol symbol, LuaPosition position) {
    Binding binding = symbol.binding;
    if (binding == null) {
      upvalues.useGlobal(symbol, function, position);
    } else if (binding.function != function) {
      upvalues.useOuter(binding, function, position);
    }
    return binding;
  }
}
