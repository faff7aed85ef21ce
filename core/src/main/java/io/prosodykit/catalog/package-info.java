/**
 * What is known about the modules of the Prosody XMPP server.
 *
 * <p>Start at {@link io.prosodykit.catalog.ModuleCatalog#reference()}: 49 {@link
 * io.prosodykit.catalog.ModuleEntry entries}, each with its {@link io.prosodykit.catalog.Layer},
 * {@link io.prosodykit.catalog.Stability} and {@link io.prosodykit.catalog.SpecRef specifications}.
 * {@link io.prosodykit.catalog.ModuleQuery} selects among them, {@link
 * io.prosodykit.catalog.Compatibility} says what becomes of one on a {@link
 * io.prosodykit.version.ProsodyVersion}, and {@link io.prosodykit.catalog.Enablement} which are
 * switched on. The {@link io.prosodykit.catalog.ReferenceGuide} holds the policy, {@link
 * io.prosodykit.catalog.Evidence} what Prosody really ships; every answer names which one speaks.
 *
 * <p>{@link io.prosodykit.catalog.ServerFacts} has what is known of the server itself: its options,
 * its module API, its Lua and its events.
 *
 * <p>{@link io.prosodykit.catalog.Coverage} says which specifications the modules of a server come
 * to, by Prosody's own {@link io.prosodykit.catalog.DoapEntry}s, and what they lack for the {@link
 * io.prosodykit.catalog.ComplianceSuite}.
 *
 * <p>All types are immutable and safe to share between threads; their order is that of the data.
 * Nothing takes or returns {@code null}.
 */
@NullMarked
package io.prosodykit.catalog;

import org.jspecify.annotations.NullMarked;
