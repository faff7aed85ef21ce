package io.prosodykit.scaffold;

import io.prosodykit.catalog.ProsodyKitException;
import java.nio.file.Path;

/** A folder of a module is a symbolic link, so nothing was written through it. */
public final class LinkedFolderException extends ProsodyKitException {
  private static final long serialVersionUID = 1L;

  private final transient Path link;

  LinkedFolderException(Path link) {
    super(
        link + " is a symbolic link: replace it with a folder, for nothing is written through it");
    this.link = link;
  }

  /**
   * Returns the link.
   *
   * @return where it is, not where it leads
   */
  public Path link() {
    return link;
  }
}
