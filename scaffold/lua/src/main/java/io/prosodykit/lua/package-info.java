/**
 * Lua source text, written and read.
 *
 * <p>A tour in five lines: {@link io.prosodykit.lua.LuaText} turns values that come from people
 * into Lua that means the same to Lua 5.1, 5.2, 5.3 and 5.4; it is the only class here that writes
 * a Lua literal. {@link io.prosodykit.lua.LuaChunk} reads source for the same four versions: which
 * of them accept it, every {@link io.prosodykit.lua.LuaProblem}, every comment, and a syntax tree
 * of {@link io.prosodykit.lua.Statement}s and {@link io.prosodykit.lua.Expression}s in which names
 * of local variables are told from global ones. {@link io.prosodykit.module.ModuleFacts} is what
 * such a tree tells about a Prosody module: what it depends on, its options, its events and more.
 * Broken source gives the tree and the facts of what is left.
 */
@NullMarked
package io.prosodykit.lua;

import org.jspecify.annotations.NullMarked;
