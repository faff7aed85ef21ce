package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/**
 * A label while it is visible.
 *
 * @param symbol its name
 * @param index its index among the visible labels
 * @param variables how many local variables a jump to it must have
 * @param shadowed the label of the same name in an enclosing scope
 */
record Label(Symbol symbol, int index, int variables, @Nullable Label shadowed) {}
