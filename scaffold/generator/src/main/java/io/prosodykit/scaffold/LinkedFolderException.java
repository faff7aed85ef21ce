package io.prosodykit.scaffold;

import io.prosodykit.problem.ProsodyKitException;
import java.nio.file.Path;

/**
 * Thrown if a folder of a module is a symbolic link. Nothing was written through it.
 *
 * @since 0.1.0
 */
public final class LinkedFolderException extends ProsodyKitException {
  private static final long serialVersionUID = 1L;

  private final transient Path link;

  LinkedFolderException(Path link) {
    super(link + " is a symbolic link, and links are not followed: replace it with a folder");
    this.link = link;
  }

  /** {@return the path of the link, not of its target} */
  public Path link() {
    return link;
  }
}
