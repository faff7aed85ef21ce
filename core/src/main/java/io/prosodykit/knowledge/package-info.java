/**
 * The field {@code knowledge} of catalogue files: {@link io.prosodykit.knowledge.KnowledgeReader}
 * reads what is known about modules and releases, and {@link
 * io.prosodykit.knowledge.KnowledgeFields} writes it. This package is for the library alone, not
 * for programs that embed it.
 */
@NullMarked
package io.prosodykit.knowledge;

import org.jspecify.annotations.NullMarked;
