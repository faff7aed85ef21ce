package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prosodykit.files.RefusedFileException;
import io.prosodykit.process.ChildEnvironment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProsodyInstallationTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private static void program(Path file) throws Exception {
    Files.createDirectories(file.getParent());
    assertThat(Files.createFile(file).toFile().setExecutable(true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "bin", "usr/bin"})
  void findsBothPrograms(String place) throws Exception {
    program(folder.resolve(place).resolve("prosody"));
    program(folder.resolve(place).resolve("prosodyctl"));

    Path found = ProsodyInstallation.in(folder).prosodyctl();
    assertThat(found).isAbsolute();
    assertThat(Files.isSameFile(found, folder.resolve(place).resolve("prosodyctl"))).isTrue();
  }

  @Test
  void needsBothPrograms() throws Exception {
    program(folder.resolve("prosody"));
    Files.createFile(folder.resolve("prosodyctl"));

    assertThatThrownBy(() -> ProsodyInstallation.in(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no programs prosody and prosodyctl found in %s, its bin or its usr/bin: name the folder that contains them",
            folder);
  }

  @Test
  void usesTheFirstFolderOfThePath() throws Exception {
    program(folder.resolve("half/prosody"));
    for (String place : new String[] {"one", "two"}) {
      program(folder.resolve(place).resolve("prosody"));
      program(folder.resolve(place).resolve("prosodyctl"));
    }
    String path =
        String.join(
            File.pathSeparator,
            "",
            folder.resolve("gone").toString(),
            folder.resolve("half").toString(),
            folder.resolve("one").toString(),
            folder.resolve("two").toString());

    assertThat(ProsodyInstallation.onPath(path).orElseThrow().prosody())
        .isEqualTo(folder.resolve("one/prosody"));
    assertThat(ProsodyInstallation.onPath(folder.toString())).isEmpty();
  }

  @Test
  void showsWhatAProgramWithoutAReleasePrints() throws Exception {
    program(folder.resolve("prosody"));
    Path prosodyctl = folder.resolve("prosodyctl");
    program(prosodyctl);
    Files.writeString(prosodyctl, "#!/bin/sh\necho \"no Lua here\"\nexit 3\n");
    ProsodyInstallation installation = ProsodyInstallation.in(folder);

    assertThatThrownBy(
            () ->
                installation.version(
                    folder.resolve("prosody.cfg.lua"),
                    folder.resolve("about.txt"),
                    ChildEnvironment.USUAL,
                    Deadline.in(Duration.ofSeconds(30))))
        .isInstanceOf(RefusedFileException.class)
        .hasMessage(
            installation.prosodyctl()
                + ": this program does not print its release: with \"about\", it ended with exit"
                + " code 3\n  no Lua here");
  }
}
