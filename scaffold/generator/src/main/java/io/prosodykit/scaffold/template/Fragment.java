package io.prosodykit.scaffold.template;

/**
 * A fragment in the language of the file that it goes into: a checked identifier, a quoted literal
 * or a comment. Templates write it unchanged, and quote plain strings.
 */
public record Fragment(String text) {}
