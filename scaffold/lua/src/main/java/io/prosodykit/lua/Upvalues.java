package io.prosodykit.lua;

import java.util.ArrayList;
import java.util.List;

/** The variables of enclosing functions that a function uses. */
final class Upvalues {
  private static final int LIMIT_IN_51 = 60;
  private static final int LIMIT_SINCE_52 = 255;

  /** More entries than this make no difference. */
  private static final int ENOUGH = LIMIT_SINCE_52 + 1;

  private final List<Object> inAll = new ArrayList<>(0);
  private final List<Object> in51 = new ArrayList<>(0);
  private final List<Object> since52 = new ArrayList<>(0);
  private int constants;

  /** Adds a variable that is an upvalue in every version; returns whether it is new. */
  boolean add(Binding variable) {
    if (inAll.size() >= ENOUGH || inAll.contains(variable)) {
      return false;
    }
    since52.remove(variable);
    inAll.add(variable);
    if (variable.constant) {
      constants++;
    }
    return true;
  }

  /** Adds a hidden variable of Lua 5.1; returns whether it is new. */
  boolean addIn51(Object variable) {
    return !in51.contains(variable) && in51.add(variable);
  }

  /** Adds a variable that is an upvalue since Lua 5.2; returns whether it is new. */
  boolean addSince52(Object variable) {
    return since52.size() < ENOUGH
        && !since52.contains(variable)
        && !inAll.contains(variable)
        && since52.add(variable);
  }

  /** The versions in which these are too many. */
  int refusing() {
    int refusing = Versions.NONE;
    if (inAll.size() + in51.size() > LIMIT_IN_51) {
      refusing |= Versions.V5_1;
    }
    int recent = inAll.size() + since52.size();
    if (recent > LIMIT_SINCE_52) {
      refusing |= Versions.V5_2 | Versions.V5_3;
    }
    if (recent - constants > LIMIT_SINCE_52) {
      refusing |= Versions.V5_4;
    }
    return refusing;
  }
}
