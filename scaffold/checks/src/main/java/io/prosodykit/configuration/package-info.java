/**
 * Reads the configuration of a server as a release of Prosody does: by running it.
 *
 * <p>A tour in five lines: {@link io.prosodykit.configuration.ServerConfiguration} evaluates a file
 * in the Lua that comes with the library, by the rules of a release and with the variables of a
 * {@link io.prosodykit.configuration.ServerEnvironment}. Its {@link
 * io.prosodykit.configuration.EffectiveSection}s are the hosts and components, whose {@link
 * io.prosodykit.configuration.EffectiveOption}s have a {@link
 * io.prosodykit.configuration.ConfigurationValue} and the place where it was set. {@link
 * io.prosodykit.configuration.HostModules} are the modules that a host loads, and why.
 */
@NullMarked
package io.prosodykit.configuration;

import org.jspecify.annotations.NullMarked;
