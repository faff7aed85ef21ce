package io.prosodykit.module;

import io.prosodykit.lua.LuaPosition;

/**
 * A comparison with the type of the host: {@code module:get_host_type() == "component"}.
 *
 * @param position where the comparison begins
 * @param type the type: {@code local}, {@code component} or {@code global}
 * @param equal whether it is compared with {@code ==}, and not with {@code ~=}
 * @since 0.1.0
 */
public record HostTypeComparison(LuaPosition position, String type, boolean equal) {}
