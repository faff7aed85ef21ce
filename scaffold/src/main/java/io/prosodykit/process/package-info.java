/**
 * Processes of this library's own: {@link io.prosodykit.process.ProcessMark} finds what they have
 * started. For other packages of the library; programs that embed it have no use for it.
 */
@NullMarked
package io.prosodykit.process;

import org.jspecify.annotations.NullMarked;
