/**
 * JSON for this library's own documents: records of scaffolds, lists of recipes, reports of the
 * linter. {@link io.prosodykit.json.Json} reads and writes them as plain values.
 */
@NullMarked
package io.prosodykit.json;

import org.jspecify.annotations.NullMarked;
