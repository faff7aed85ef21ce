/**
 * Modules in a real Prosody, started for them and stopped again.
 *
 * <p>A tour in five lines: a {@link io.prosodykit.server.ProsodyInstallation} is where {@code
 * prosody} and {@code prosodyctl} lie. A {@link io.prosodykit.server.ServerVerification} gets
 * folders of modules, makes a configuration for them, and is run on as many installations as there
 * are; each run gives a {@link io.prosodykit.server.VerifyReport}, whose {@link
 * io.prosodykit.server.Complaint}s are what speaks against the modules. A {@link
 * io.prosodykit.server.ProsodyServer} is the server that runs, and its log a list of {@link
 * io.prosodykit.server.LogEntry}. What a server's own configuration loads, {@link
 * io.prosodykit.config.ConfiguredModules} reads without a server.
 */
@NullMarked
package io.prosodykit.server;

import org.jspecify.annotations.NullMarked;
