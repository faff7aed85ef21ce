package io.prosodykit.lint;

import io.prosodykit.module.NodeReader;

/** Checks the nodes of one file, of the kinds that it declares. */
interface FileCheck extends NodeReader {
  /** Called once, after all nodes are read. */
  default void end() {}
}
