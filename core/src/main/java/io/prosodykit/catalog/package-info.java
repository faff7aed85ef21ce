/**
 * What is known about the modules of the Prosody XMPP server.
 *
 * <p>Start at {@link io.prosodykit.catalog.ModuleCatalog#reference()}: 49 {@link
 * io.prosodykit.catalog.ModuleEntry entries}, each with its {@link io.prosodykit.catalog.Layer},
 * {@link io.prosodykit.catalog.Stability} and {@link io.prosodykit.specification.SpecRef
 * specifications}. {@link io.prosodykit.catalog.CatalogList} reads your own on top of them, {@link
 * io.prosodykit.catalog.ModuleQuery} selects among them, {@link
 * io.prosodykit.catalog.Compatibility} says whether one works on a {@link
 * io.prosodykit.version.ProsodyVersion}, and {@link io.prosodykit.catalog.Enablement} says which
 * are enabled. The {@link io.prosodykit.catalog.ReferenceGuide} has the policy, and {@link
 * io.prosodykit.evidence.Evidence} what Prosody really ships; every answer names the one that it is
 * based on.
 *
 * <p>{@link io.prosodykit.facts.ServerFacts} has what is known about the server itself: its
 * options, its module API, its Lua and its events.
 *
 * <p>{@code io.prosodykit.compliance.Coverage} says which specifications the modules of a server
 * implement, and what they lack for the XMPP Compliance Suites.
 *
 * <p>A catalogue file is a JSON object of at most 64 MiB, which is enough for more than 100,000
 * modules (its schema is {@code catalog.schema.json} in the catalogue data):
 *
 * <pre>{@code
 * {
 *   "formatVersion": 1,
 *   "modules": [
 *     {"name": "smacks", "layer": "02-stream", "stability": "core",
 *      "purpose": "Stream management", "specifications": ["XEP-0198"]}
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code specifications} may be omitted. The object may also have the field {@code knowledge},
 * with what is known about the modules, about releases of Prosody and about the server.
 *
 * <p>All types are immutable and safe to share between threads; their order is that of the data.
 * Nothing takes or returns {@code null}.
 */
@NullMarked
package io.prosodykit.catalog;

import org.jspecify.annotations.NullMarked;
