/**
 * What the source of a Prosody module says: what it depends on, its options, its events and more.
 */
@NullMarked
package io.prosodykit.module;

import org.jspecify.annotations.NullMarked;
