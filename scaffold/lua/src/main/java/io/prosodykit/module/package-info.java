/** What the source of a Prosody module says: its dependencies, options, events and more. */
@NullMarked
package io.prosodykit.module;

import org.jspecify.annotations.NullMarked;
