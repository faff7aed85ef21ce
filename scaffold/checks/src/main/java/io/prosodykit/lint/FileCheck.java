package io.prosodykit.lint;

import io.prosodykit.module.NodeReader;

/** Looks at the nodes of one file, of the kinds that it declares. */
interface FileCheck extends NodeReader {
  /** Called once, when all nodes are read. */
  default void end() {}
}
