/** A server's configuration: its sections, options and modules. */
@NullMarked
package io.prosodykit.config;

import org.jspecify.annotations.NullMarked;
