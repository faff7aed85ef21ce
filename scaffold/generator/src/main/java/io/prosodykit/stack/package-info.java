/**
 * Writes the configuration of a server in the guide's layers: a file for each concern of a layer,
 * one for each host, and {@code prosody.cfg.lua}, which combines them. Which modules are on is
 * decided when the server starts, by the guide's {@code PROSODY_ENABLE_…} variables. Start with
 * {@link io.prosodykit.stack.ConfigurationStack#builder}.
 */
@NullMarked
package io.prosodykit.stack;

import org.jspecify.annotations.NullMarked;
