/**
 * JSON documents (RFC 8259) for this library and its other modules.
 *
 * <p>{@link io.prosodykit.json.JsonInput} reads what people write and says everything that is wrong
 * in it, with its place; {@link io.prosodykit.json.JsonOutput} writes. {@link
 * io.prosodykit.json.Json} does both with plain maps and lists.
 */
@NullMarked
package io.prosodykit.json;

import org.jspecify.annotations.NullMarked;
