/**
 * What is known about the server that modules run in: {@link io.prosodykit.facts.ServerFacts} has
 * its options, its module API, its Lua and its events, each with the sources that say so.
 *
 * <p>All types are immutable. Nothing takes or returns {@code null}.
 */
@NullMarked
package io.prosodykit.facts;

import org.jspecify.annotations.NullMarked;
