package io.prosodykit.module;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ModuleApi.HookFunction;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.lua.BinaryOperator;
import io.prosodykit.lua.LuaPosition;
import java.util.Objects;

/**
 * An event that a module handles: {@code module:hook("iq-get/host/" .. xmlns .. ":query", f)}.
 *
 * @param position where the call begins
 * @param function the function that hooks it, for example {@code hook} or {@code hook_global}
 * @param event the event; for {@code hook_tag}, the one that Prosody derives from the tag
 * @since 0.1.0
 */
public record EventHook(LuaPosition position, String function, LuaValue event) {
  static boolean isHook(ModuleCall call) {
    return hooks().containsKey(call.function());
  }

  static EventHook of(ModuleCall call) {
    HookFunction function = Objects.requireNonNull(hooks().get(call.function())).value();
    int argument = function.argument() - 1;
    LuaValue event =
        switch (function.takes()) {
          case EVENT -> call.argument(argument);
          case TAG -> stanza(call, argument);
        };
    return new EventHook(call.position(), call.function(), event);
  }

  private static ImmutableMap<String, Sourced<HookFunction>> hooks() {
    return ServerFacts.reference().moduleApi().hooks();
  }

  /** The event of a tag, with or without its namespace. */
  private static LuaValue stanza(ModuleCall call, int namespace) {
    LuaValue first = call.argument(namespace);
    LuaValue name = joined(new LuaValue.Text("stanza/"), first);
    if (call.arguments().size() <= namespace + 2) {
      return name;
    }
    return first instanceof LuaValue.Nil
        ? joined(new LuaValue.Text("stanza/"), call.argument(namespace + 1))
        : joined(joined(name, new LuaValue.Text(":")), call.argument(namespace + 1));
  }

  private static LuaValue joined(LuaValue left, LuaValue right) {
    return ConstantArithmetic.apply(BinaryOperator.CONCATENATE, left, right);
  }
}
