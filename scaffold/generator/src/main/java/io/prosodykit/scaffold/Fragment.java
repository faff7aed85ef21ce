package io.prosodykit.scaffold;

/**
 * A fragment that this library made in the language of the file it goes into: a checked identifier,
 * a quoted literal, a folded comment. Templates write it as it is, unlike plain strings, which they
 * quote.
 */
record Fragment(String text) {}
