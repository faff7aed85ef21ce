package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.problem.ProsodyKitException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something is in the way of a scaffold or an update; nothing was changed.
 *
 * @since 0.1.0
 */
public final class ConflictException extends ProsodyKitException {
  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<Path> paths;

  /**
   * Creates an exception.
   *
   * @param problem what is wrong with it
   * @param fix what to do
   */
  ConflictException(String problem, List<Path> paths, String fix) {
    super(
        "%s: %s; %s"
            .formatted(
                problem,
                paths.stream().map(Path::toString).collect(Collectors.joining(", ")),
                fix));
    this.paths = ImmutableList.copyOf(paths);
  }

  /** {@return all paths that are in the way, sorted} */
  public ImmutableList<Path> paths() {
    return paths;
  }
}
