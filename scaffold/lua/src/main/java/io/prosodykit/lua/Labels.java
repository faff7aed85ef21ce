package io.prosodykit.lua;

import java.util.ArrayList;
import java.util.List;

/** Labels and the jumps to them, which Lua has since 5.2; also {@code break}. */
final class Labels {
  private static final int LIMIT = Short.MAX_VALUE;

  private final Problems problems;
  private final List<Label> visible = new ArrayList<>();
  private final List<Jump> jumps = new ArrayList<>();
  private int waiting;
  private int breaks;

  Labels(Problems problems) {
    this.problems = problems;
  }

  /** How many labels are visible, of all functions. */
  int size() {
    return visible.size();
  }

  /** How many jumps are pending; those that found their label count until their block ends. */
  int jumps() {
    return jumps.size();
  }

  void addBreak(LuaPosition position, BlockScope block) {
    BlockScope loop = block;
    while (loop != null && !loop.loop) {
      loop = loop.outer;
    }
    if (loop == null) {
      problems.add(position, "'break' outside a loop", Versions.ALL);
      return;
    }
    block.breaks++;
    breaks++;
    checkLimit(position);
  }

  void addJump(
      Symbol symbol,
      LuaPosition position,
      FunctionScope function,
      BlockScope block,
      int variables) {
    int versions = Versions.SINCE_5_2;
    Label label = symbol.label;
    if (label != null && label.index() >= block.firstLabel) {
      return;
    }
    if (label != null && label.index() >= function.firstLabel) {
      versions &= ~Versions.V5_4;
    }
    Jump jump = new Jump(symbol, position, versions, variables, jumps.size());
    jumps.add(jump);
    symbol.jump = jump;
    waiting++;
    checkLimit(position);
  }

  private void checkLimit(LuaPosition position) {
    if (waiting + breaks == LIMIT + 1 || visible.size() == LIMIT + 1) {
      problems.add(position, "more than " + LIMIT + " jumps or labels", Versions.SINCE_5_2);
    }
  }

  /** Adds a label; a jump to it must already have that many variables. */
  void addLabel(
      Symbol symbol,
      LuaPosition position,
      FunctionScope function,
      BlockScope block,
      int variables) {
    Label same = symbol.label;
    if (same != null && same.index() >= function.firstLabel) {
      problems.add(
          position,
          "there is already a label " + Excerpt.of(symbol.name()) + " here",
          same.index() >= block.firstLabel ? Versions.SINCE_5_2 : Versions.V5_4);
    }
    Label label = new Label(symbol, visible.size(), variables, same);
    visible.add(label);
    symbol.label = label;
    checkLimit(position);
    for (Jump jump = symbol.jump; jump != null && jump.index >= block.firstJump; ) {
      if (jump.variables < variables) {
        problems.add(
            jump.position, "this 'goto' jumps into the scope of a local variable", jump.versions);
      }
      arrive(jump);
      jump = symbol.jump;
    }
  }

  /** Removes the last pending jump to its name from the list. */
  private void arrive(Jump jump) {
    jump.arrived = true;
    waiting--;
    jump.symbol.jump = jump.earlier;
  }

  /** Forgets the labels of a block; jumps out of it stay pending in the enclosing block. */
  void closeBlock(BlockScope block, BlockScope outer) {
    forgetLabels(block);
    if (block.loop) {
      breaks -= block.breaks;
    } else {
      outer.breaks += block.breaks;
    }
    for (int i = jumps.size() - 1; i >= block.firstJump; i--) {
      Jump jump = jumps.get(i);
      jump.variables = Math.min(jump.variables, block.firstVariable);
      Label label = jump.symbol.label;
      if (!jump.arrived && label != null && label.index() >= outer.firstLabel) {
        arrive(jump);
      }
    }
    forgetArrived(block.firstJump);
  }

  private void forgetArrived(int first) {
    int kept = first;
    for (int i = first; i < jumps.size(); i++) {
      Jump jump = jumps.get(i);
      if (!jump.arrived) {
        jump.index = kept;
        jumps.set(kept++, jump);
      }
    }
    for (int i = jumps.size() - 1; i >= kept; i--) {
      jumps.remove(i);
    }
  }

  private void forgetLabels(BlockScope block) {
    for (int i = visible.size() - 1; i >= block.firstLabel; i--) {
      Label label = visible.remove(i);
      label.symbol().label = label.shadowed();
    }
  }

  /** Ends the outermost block of a function, which no jump can leave. */
  void closeFunction(BlockScope block) {
    forgetLabels(block);
    for (int i = jumps.size() - 1; i >= block.firstJump; i--) {
      Jump jump = jumps.remove(i);
      if (!jump.arrived) {
        arrive(jump);
        problems.add(
            jump.position,
            "there is no visible label " + Excerpt.of(jump.symbol.name()) + " for this 'goto'",
            jump.versions);
      }
    }
  }
}
