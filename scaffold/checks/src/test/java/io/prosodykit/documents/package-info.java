/** The project's Markdown, held to the files of the project. */
@NullMarked
package io.prosodykit.documents;

import org.jspecify.annotations.NullMarked;
