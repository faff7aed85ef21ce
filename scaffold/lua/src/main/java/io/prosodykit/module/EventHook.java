package io.prosodykit.module;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.lua.BinaryOperator;
import io.prosodykit.lua.LuaPosition;

/**
 * An event that a module handles: {@code module:hook("iq-get/host/" .. xmlns .. ":query", f)}.
 *
 * @param position where the call begins
 * @param function the function that hooks it, for example {@code hook} or {@code hook_global}
 * @param event the event; for {@code hook_tag}, the one that Prosody derives from the tag
 * @since 0.1.0
 */
public record EventHook(LuaPosition position, String function, LuaValue event) {
  /** The position of the event among the arguments. */
  private static final ImmutableMap<String, Integer> FUNCTIONS =
      ImmutableMap.<String, Integer>builder()
          .put("hook", 0)
          .put("hook_global", 0)
          .put("hook_object_event", 1)
          .put("hook_stanza", 0)
          .put("hook_tag", 0)
          .put("wrap_event", 0)
          .put("wrap_global", 0)
          .put("wrap_object_event", 1)
          .buildOrThrow();

  static boolean isHook(ModuleCall call) {
    return FUNCTIONS.containsKey(call.function());
  }

  static EventHook of(ModuleCall call) {
    String function = call.function();
    boolean tag = function.equals("hook_tag") || function.equals("hook_stanza");
    LuaValue event = tag ? stanza(call) : call.argument(FUNCTIONS.getOrDefault(function, 0));
    return new EventHook(call.position(), function, event);
  }

  /** The event of a tag, with or without its namespace. */
  private static LuaValue stanza(ModuleCall call) {
    LuaValue first = call.argument(0);
    LuaValue name = joined(new LuaValue.Text("stanza/"), first);
    if (call.arguments().size() <= 2) {
      return name;
    }
    return first instanceof LuaValue.Nil
        ? joined(new LuaValue.Text("stanza/"), call.argument(1))
        : joined(joined(name, new LuaValue.Text(":")), call.argument(1));
  }

  private static LuaValue joined(LuaValue left, LuaValue right) {
    return ConstantArithmetic.apply(BinaryOperator.CONCATENATE, left, right);
  }
}
