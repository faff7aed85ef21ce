/**
 * What the XMPP Standards Foundation asks of servers, and what modules implement of it: {@link
 * io.prosodykit.compliance.Coverage} says which specifications the modules of a server implement,
 * according to Prosody's own {@link io.prosodykit.compliance.DoapEntry DOAP entries}, what they
 * lack for the {@link io.prosodykit.compliance.ComplianceSuite}, and by a {@link
 * io.prosodykit.compliance.CoverageSuggestion} what to add.
 *
 * <p>All types are immutable and safe to share between threads; their order is that of the data.
 * Nothing takes or returns {@code null}.
 */
@NullMarked
package io.prosodykit.compliance;

import org.jspecify.annotations.NullMarked;
