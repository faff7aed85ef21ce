package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lock has at most one holder. */
final class JournalLockTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("lock");
  }

  /** Something happens after the file is opened and before it is locked. */
  private static Disk disk(Interruption interruption) {
    return new Disk() {
      @Override
      FileChannel open(Path file) throws IOException {
        FileChannel channel = super.open(file);
        interruption.run();
        return channel;
      }
    };
  }

  private interface Interruption {
    void run() throws IOException;
  }

  private void refuses(Disk disk) {
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> JournalLock.acquire(disk, folder))
        .withMessageContaining("another run is writing this module");
  }

  /** Actions of other processes, which the lock of this process does not prevent. */
  private void replaceFile(String token) throws IOException {
    Files.delete(file);
    Files.writeString(file, token);
  }

  @Test
  void isNotAcquiredOnFileThatAnotherRunDeleted() throws IOException {
    Files.writeString(file, "a".repeat(36));
    refuses(disk(() -> Files.delete(file)));
  }

  @Test
  void isNotAcquiredOnFileThatThirdRunReplaced() throws IOException {
    Files.writeString(file, "a".repeat(36));
    refuses(disk(() -> replaceFile("b".repeat(36))));
    assertThat(file).hasContent("b".repeat(36));
  }

  @Test
  void isNotAcquiredBeforeThirdRunWritesItsToken() throws IOException {
    Files.writeString(file, "a".repeat(36));
    refuses(disk(() -> replaceFile("")));
  }

  @Test
  void isRefusedToAnotherThreadOfProcess() throws IOException {
    try (JournalLock held = JournalLock.acquire(new Disk(), folder)) {
      assertThat(held).isNotNull();
      refuses(new Disk());
      refuses(
          disk(
              () -> {
                throw new AssertionError("closing the file would end the lock of the process");
              }));
    }
    JournalLock.acquire(new Disk(), folder).release();
    assertThat(file).doesNotExist();
  }

  @Test
  void keepsItsFileSoThatPlanRemainsValid() throws IOException {
    JournalLock.acquire(new Disk(), folder).close();
    String seal = JournalOrigin.seal(file);
    String token = Files.readString(file);

    JournalLock.acquire(new Disk(), folder).close();

    assertThat(file).hasContent(token);
    assertThat(JournalOrigin.seal(file)).isEqualTo(seal);
  }

  @Test
  void isRefusedWhileAnotherProcessHoldsIt() throws Exception {
    Files.createFile(file);
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(other.getInputStream().read()).isEqualTo('1');
      refuses(new Disk());
    } finally {
      other.destroyForcibly().waitFor();
    }
    JournalLock.acquire(new Disk(), folder).release();
  }

  /** Takes the lock, reports it, and holds it until the process is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      try (JournalLock held = JournalLock.acquire(new Disk(), Path.of(arguments[0]))) {
        System.out.write(held == null ? '0' : '1');
        System.out.flush();
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }
}
