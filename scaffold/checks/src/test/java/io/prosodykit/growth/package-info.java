/**
 * Work that grows with its input: {@link io.prosodykit.growth.GrowthTest} runs each shape twice,
 * for n and 2n parts, and compares how many steps the product took and how much memory it used.
 */
@NullMarked
package io.prosodykit.growth;

import org.jspecify.annotations.NullMarked;
