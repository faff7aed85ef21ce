package io.prosodykit.catalog;

/** A layer. */
public enum Layer {
  /** One. */
  TRANSPORT
}
