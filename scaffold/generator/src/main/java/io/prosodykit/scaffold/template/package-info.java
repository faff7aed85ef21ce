/** Renders templates, and quotes text for the files they are for. Knows nothing of modules. */
@NullMarked
package io.prosodykit.scaffold.template;

import org.jspecify.annotations.NullMarked;
