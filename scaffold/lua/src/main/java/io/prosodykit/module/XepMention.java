package io.prosodykit.module;

import io.prosodykit.lua.LuaPosition;

/**
 * A XEP that the comment at the beginning of a module names: {@code XEP-0198}, {@code XEP 198},
 * {@code xep-0198.html}.
 *
 * @param position where the comment that names it begins
 * @param number its number, for example 198
 * @since 0.1.0
 */
public record XepMention(LuaPosition position, int number) {}
