/**
 * What Prosody's releases and the community's snapshots really contain: {@link
 * io.prosodykit.evidence.Evidence} has it for each module, and names the {@link
 * io.prosodykit.evidence.Source sources} that say so.
 *
 * <p>All types are immutable. Nothing takes or returns {@code null}.
 */
@NullMarked
package io.prosodykit.evidence;

import org.jspecify.annotations.NullMarked;
