package io.prosodykit.scaffold;

import io.prosodykit.catalog.ProsodyKitException;
import java.nio.file.Path;

/** A symbolic link would have led a scaffold out of its target directory; nothing was changed. */
public final class OutsideTargetException extends ProsodyKitException {
  private static final long serialVersionUID = 1L;

  private final transient Path link;

  OutsideTargetException(Path link, Path directory) {
    super(
        "%s is a link that leaves %s: remove it, or write into the folder it leads to"
            .formatted(link, directory));
    this.link = link;
  }

  /**
   * Returns the link.
   *
   * @return where it stands, not where it leads
   */
  public Path link() {
    return link;
  }
}
