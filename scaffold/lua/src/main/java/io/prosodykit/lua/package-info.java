/**
 * Lua source text, written and read.
 *
 * <p>A tour in five lines: {@link io.prosodykit.lua.LuaText} turns values from users into source
 * that means the same to Lua 5.1, 5.2, 5.3 and 5.4; it is the only class here that writes a Lua
 * literal. {@link io.prosodykit.lua.LuaChunk} reads source for the same four versions: which of
 * them accept it, every {@link io.prosodykit.lua.LuaProblem}, every comment, and a syntax tree of
 * {@link io.prosodykit.lua.Statement}s and {@link io.prosodykit.lua.Expression}s in which local and
 * global variables are distinguished. {@link io.prosodykit.module.ModuleFacts} is what such a tree
 * says about a Prosody module: its dependencies, options, events and more. Broken source yields the
 * tree and the facts of the rest.
 */
@NullMarked
package io.prosodykit.lua;

import org.jspecify.annotations.NullMarked;
