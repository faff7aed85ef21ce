/**
 * Runs modules in a real Prosody, which is started for them and stopped again.
 *
 * <p>A tour in five lines: a {@link io.prosodykit.server.ProsodyInstallation} says where {@code
 * prosody} and {@code prosodyctl} are. A {@link io.prosodykit.server.ServerVerification} gets
 * folders of modules, makes a configuration for them, and runs on one or more installations. Each
 * run returns a {@link io.prosodykit.server.VerifyReport} with {@link
 * io.prosodykit.server.Complaint}s about the modules. A {@link io.prosodykit.server.ProsodyServer}
 * is a running server, and its log is a list of {@link io.prosodykit.server.LogEntry}.
 */
@NullMarked
package io.prosodykit.server;

import org.jspecify.annotations.NullMarked;
