package io.prosodykit.module;

import io.prosodykit.lua.LuaPosition;

/**
 * Something that is wrong in the text of a module's README or rockspec.
 *
 * @param position where; the beginning for what concerns all of it
 * @param message what is wrong
 * @param fix what to do about it
 * @since 0.1.0
 */
public record MetadataProblem(LuaPosition position, String message, String fix) {}
