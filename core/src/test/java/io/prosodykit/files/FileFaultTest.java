package io.prosodykit.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileFaultTest {
  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(
            new AccessDeniedException("f"), "cannot be read or written by this user", true),
        Arguments.of(new NoSuchFileException("f"), "does not exist", true),
        Arguments.of(new NotDirectoryException("f"), "is not a folder", true),
        Arguments.of(
            new FileAlreadyExistsException("f"), "already exists and is not a folder", true),
        Arguments.of(new RefusedFileException(Path.of("f"), "is a pipe"), "is a pipe", true),
        Arguments.of(
            new FileSystemException("f", null, "Input/output error"), "Input/output error", false),
        Arguments.of(
            new IOException("No space left"), "cannot be read or written: No space left", false),
        Arguments.of(new EOFException(), "cannot be read or written", false));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhatIsWrong(IOException fault, String reason, boolean users) {
    assertThat(FileFault.reason(fault)).isEqualTo(reason);
    assertThat(FileFault.isUsers(fault)).isEqualTo(users);
  }
}
