package io.prosodykit.testing;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;

/** Records of modules, {@code .prosodykit.json}, that contain only targets. */
public final class Records {
  private Records() {}

  /** Writes a module's record into its folder. */
  public static void write(Path folder, String targets) throws IOException {
    Tree.write(
        folder,
        ImmutableMap.of(
            ".prosodykit.json", "{ \"spec\": { \"targets\": \"" + targets + "\" } }\n"));
  }
}
