package io.prosodykit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EnclosureTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private String read(String name) throws IOException {
    return Enclosure.of(folder).readText(folder.resolve(name));
  }

  @Test
  void readsTextsInUtf8() throws IOException {
    Files.writeString(folder.resolve(".hidden"), "h\u00E9llo");

    assertThat(read(".hidden")).isEqualTo("h\u00E9llo");
  }

  @Test
  void refusesOtherEncodings() throws IOException {
    Files.write(folder.resolve("latin"), new byte[] {'h', (byte) 0xE9});

    assertThatExceptionOfType(CharacterCodingException.class).isThrownBy(() -> read("latin"));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void readsThroughLinksThatStayInTheFolder(@TempDir Path elsewhere) throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("file"));
    Files.createSymbolicLink(
        folder.resolve("out"), Files.writeString(elsewhere.resolve("secret"), "s"));

    assertThat(read("link")).isEqualTo("text");
    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(() -> read("out"))
        .withMessageContaining("is a link out of");
  }
}
