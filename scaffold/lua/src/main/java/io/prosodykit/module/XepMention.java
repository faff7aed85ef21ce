package io.prosodykit.module;

import io.prosodykit.lua.LuaPosition;

/**
 * An extension protocol that the comment at the beginning of a module names: {@code XEP-0198},
 * {@code XEP 198}, {@code xep-0198.html}.
 *
 * @param position where the comment begins that names it
 * @param number its number, for example 198
 */
public record XepMention(LuaPosition position, int number) {}
