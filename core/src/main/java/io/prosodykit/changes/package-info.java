/**
 * What changes from one version of Prosody to another: {@link
 * io.prosodykit.changes.ReleaseChanges}.
 */
@NullMarked
package io.prosodykit.changes;

import org.jspecify.annotations.NullMarked;
