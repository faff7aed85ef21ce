/**
 * Lua source text.
 *
 * <p>A tour in five lines: {@link io.prosodykit.lua.LuaText} turns values that come from people
 * into Lua: {@code quote} for strings, {@code number} for numbers, {@code comment} for prose. It is
 * the only class here that writes a Lua literal. Whatever goes in, what comes out is one literal or
 * one block of comment lines, and it means the same to Lua 5.1, 5.2, 5.3 and 5.4. {@code
 * isIdentifier} tells which text may stand in Lua source as it is.
 */
@NullMarked
package io.prosodykit.lua;

import org.jspecify.annotations.NullMarked;
