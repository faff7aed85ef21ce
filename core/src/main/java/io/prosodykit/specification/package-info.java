/**
 * The specifications that modules implement: XEPs ({@link io.prosodykit.specification.XepRef}) and
 * RFCs ({@link io.prosodykit.specification.RfcRef}), and what the XSF's register says about a XEP.
 *
 * <p>All types are immutable. Nothing takes or returns {@code null}.
 */
@NullMarked
package io.prosodykit.specification;

import org.jspecify.annotations.NullMarked;
