package io.prosodykit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BoundedFileTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  @Test
  void readsWhatIsNotLargerThanTheLimit() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3});
    assertThat(BoundedFile.read(file, 3)).containsExactly(1, 2, 3);
    assertThat(BoundedFile.read(file, 4)).containsExactly(1, 2, 3);
  }

  @Test
  void readsTheBeginningOfFileOfAnySize() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3});
    assertThat(BoundedFile.beginning(file, 2)).containsExactly(1, 2);
    assertThat(BoundedFile.beginning(file, 4)).containsExactly(1, 2, 3);
    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(() -> BoundedFile.beginning(folder, 2));
  }

  @Test
  void readsTextAsUtf8() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {'a', (byte) 0xC3, (byte) 0xA4, -1});
    assertThat(BoundedFile.readText(file)).isEqualTo("aä\uFFFD");
  }

  @Test
  void refusesLargerFile() throws IOException {
    refuses(Files.write(folder.resolve("file"), new byte[4]), "is larger than 3 bytes");
  }

  @Test
  void saysLimitInMebibytes() throws IOException {
    Path file = folder.resolve("file");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(BoundedFile.TEXT_LIMIT + 1);
    }
    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(() -> BoundedFile.readText(file))
        .withMessage(file + ": is larger than 16 MiB, the most that is read");
  }

  @Test
  void refusesFolder() {
    refuses(folder, "is a folder, not a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev/stdin"})
  void refusesDevice(String name) throws IOException {
    Path device = Path.of(name);
    assumeTrue(Files.exists(device) && !Files.isRegularFile(device), "no device " + name);
    refuses(device, "is not a regular file");
    refuses(Files.createSymbolicLink(folder.resolve("link"), device), "is not a regular file");
  }

  @Test
  void doesNotWaitForTheOtherEndOfPipe() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    Process made = mkfifo(pipe);
    assumeTrue(made.waitFor(30, TimeUnit.SECONDS) && made.exitValue() == 0, "no mkfifo");
    refuses(pipe, "is not a regular file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc/self/status", "/proc/kmsg"})
  void refusesFileThatTheSystemMakesUp(String name) throws IOException {
    Path file = Path.of(name);
    assumeTrue(Files.exists(file), "no " + name);
    refuses(file, "is made up by the system");
    refuses(Files.createSymbolicLink(folder.resolve("link"), file), "is made up by the system");
    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(() -> BoundedFile.beginning(file, 2));
  }

  @Test
  void readsEmptyFile() throws IOException {
    assertThat(BoundedFile.read(Files.write(folder.resolve("file"), new byte[0]), 3)).isEmpty();
  }

  @Test
  void leavesMissingFileToTheCaller() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> BoundedFile.read(folder.resolve("none"), 3));
  }

  @Test
  void tellsAMissingRightFromAMissingFile() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[3]);
    assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "root reads anything");
    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(() -> BoundedFile.read(file, 3));
  }

  private static Process mkfifo(Path pipe) throws IOException {
    return new ProcessBuilder("mkfifo", pipe.toString()).start();
  }

  private static void refuses(Path file, String reason) {
    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(() -> BoundedFile.read(file, 3))
        .satisfies(e -> assertThat(e.getFile()).isEqualTo(file.toString()))
        .satisfies(e -> assertThat(e.getReason()).startsWith(reason));
  }
}
