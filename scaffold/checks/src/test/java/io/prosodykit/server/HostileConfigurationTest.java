package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.config.ConfigFile;
import io.prosodykit.lua.SourceProblem;
import io.prosodykit.testing.Pieces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileConfigurationTest {
  private static final List<String> LUA =
      List.of(
          "Include ",
          "Include(",
          "VirtualHost ",
          "Component ",
          "\"a.example\" ",
          "\"muc\" ",
          "\"prosody.cfg.lua\"",
          "\"./../*/*.lua\"",
          "\"*.lua\"",
          "\"**\"",
          "\"a\\0b\"",
          "\"/\"",
          "\"/dev/zero\"",
          "\"\"",
          "\"/?*?\"",
          "\"gone\"",
          "modules_enabled",
          "modules_disabled",
          "plugin_paths",
          "storage",
          "authentication",
          " = ",
          "{ ",
          "} ",
          "\"mam\"; ",
          ", ",
          ")",
          "f() ",
          "if x then ",
          "end ",
          "\n",
          "-- ",
          "[[",
          "]]",
          "..",
          "x.y",
          "function () ");

  @Test
  void neverFails(@TempDir Path folder) throws IOException {
    Pieces lua = new Pieces(LUA);
    Path file = folder.resolve("prosody.cfg.lua");
    for (int i = Pieces.inputs(); i > 0; i--) {
      Files.writeString(file, lua.next());
      assertThat(ConfigFile.read(file).unread())
          .extracting(SourceProblem::toString)
          .allMatch(problem -> problem.startsWith(file + ":") && problem.length() < 4_000);
    }
  }
}
