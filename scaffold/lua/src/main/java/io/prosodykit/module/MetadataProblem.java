package io.prosodykit.module;

import io.prosodykit.lua.LuaRange;

/**
 * Something that is wrong in what a module states about itself: in its README, its rockspec or a
 * comment.
 *
 * @param range where; an empty one for a word, or for the whole file at its beginning
 * @param message what is wrong
 * @param fix what to do about it
 * @since 0.1.0
 */
public record MetadataProblem(LuaRange range, String message, String fix) {}
