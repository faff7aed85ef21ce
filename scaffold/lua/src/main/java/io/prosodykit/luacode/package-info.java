/**
 * Composes Lua source, as JavaPoet composes Java.
 *
 * <p>{@link io.prosodykit.luacode.LuaCode} is a piece of code, made from formats with placeholders:
 * strings are quoted, names are checked, and libraries are required once, at the top of the {@link
 * io.prosodykit.luacode.LuaFile} that the code ends in, under the name that the releases of Prosody
 * have. {@link io.prosodykit.luacode.FunctionSpec} and {@link io.prosodykit.luacode.TableSpec}
 * compose what their names say. A file is parsed for the Lua of each release that it is for, so
 * that one which is not valid is never written.
 *
 * <p>The source is formatted as Prosody's own is: tabs, double quotes, and a semicolon after each
 * statement.
 */
@NullMarked
package io.prosodykit.luacode;

import org.jspecify.annotations.NullMarked;
