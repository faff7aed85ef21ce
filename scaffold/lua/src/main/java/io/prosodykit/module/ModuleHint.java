package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaPosition;

/**
 * What a module tells Prosody in a comment at the beginning of a line: {@code --% conflicts:
 * mod_flags, mod_other}. Prosody 0.12 and later read these and refuse modules that are not
 * suitable.
 *
 * @param position where the comment begins
 * @param key what precedes the colon: {@code requires}, {@code conflicts}, {@code lua}, {@code
 *     inherit_modules}, or one that Prosody ignores
 * @param values what follows it, at least one
 * @since 0.1.0
 */
public record ModuleHint(LuaPosition position, String key, ImmutableList<String> values) {}
