package io.prosodykit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.lua.SourceProblem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations that include what they had better not. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class IncludesTest {
  private static final String MODULE = "\nmodules_enabled = { \"mam\" }\n";

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private Path write(String file, String text) throws IOException {
    return Files.writeString(folder.resolve(file), text);
  }

  private ConfigFile read(String text) throws IOException {
    return ConfigFile.read(write("prosody.cfg.lua", text));
  }

  /** The modules that files enable. */
  private static List<String> enabled(ConfigFile file) {
    return file.options().stream()
        .filter(option -> option.name().equals("modules_enabled"))
        .flatMap(option -> option.names().orElseThrow().stream())
        .toList();
  }

  /** Expects one file that cannot be included, and that the rest is read. */
  private void refuses(String text, String problem) throws IOException {
    ConfigFile modules = read(text + MODULE);
    assertThat(enabled(modules)).containsExactly("mam");
    assertThat(modules.unread())
        .extracting(SourceProblem::toString)
        .containsExactly(folder.resolve("prosody.cfg.lua") + ":1:1: cannot include " + problem);
  }

  @Test
  void saysThatAFileIncludesItself() throws IOException {
    refuses("Include \"prosody.cfg.lua\"", folder.resolve("prosody.cfg.lua") + ": includes itself");
  }

  @Test
  void saysThatAFileIncludesItselfByAnotherSpelling() throws IOException {
    Files.createDirectory(folder.resolve("d"));
    String spelling = "./d/.././/prosody.cfg.lua";
    refuses("Include \"" + spelling + "\"", folder.resolve(spelling) + ": includes itself");
  }

  @Test
  void saysThatAFileIncludesItselfByALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("prosody.cfg.lua"));
    refuses("Include \"link\"", link + ": includes itself");
  }

  @Test
  void saysThatFilesIncludeOneAnother() throws IOException {
    Path main = folder.resolve("prosody.cfg.lua");
    Path other = write("other.cfg.lua", "\nInclude \"prosody.cfg.lua\"\n");
    assertThat(read("Include \"other.cfg.lua\"").unread())
        .extracting(SourceProblem::toString)
        .containsExactly(other + ":2:1: cannot include " + main + ": includes itself");
  }

  @Test
  void readsAChainToItsLimit() throws IOException {
    for (int i = 0; i < 3_000; i++) {
      write(i + ".lua", "Include \"" + (i + 1) + ".lua\"\nm" + i + " = 1\n");
    }
    assertThat(read("Include \"0.lua\"" + MODULE).unread())
        .extracting(SourceProblem::toString)
        .containsExactly(
            folder.resolve("99.lua")
                + ":1:1: cannot include "
                + folder.resolve("100.lua")
                + ": is included more than 100 files deep");
  }

  @Test
  void readsFilesThatManyIncludeOnlyOnce() throws IOException {
    for (int i = 0; i < 60; i++) {
      write(i + ".lua", ("Include \"" + (i + 1) + ".lua\"\n").repeat(2));
    }
    write("60.lua", MODULE);
    ConfigFile modules = read("Include \"0.lua\"");
    assertThat(enabled(modules)).containsExactly("mam");
    assertThat(modules.unread()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/dev/zero, /dev/zero: is not a regular file",
    "/dev/null, /dev/null: is not a regular file",
    "/, '/: is a folder, not a file'"
  })
  void refusesWhatIsNotAFile(String name, String problem) throws IOException {
    assumeTrue(Files.exists(Path.of(name)), "no " + name);
    refuses("Include \"" + name + "\"", problem);
  }

  @Test
  void doesNotWaitForTheOtherEndOfAPipe() throws Exception {
    Path pipe = folder.resolve("pipe.lua");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeTrue(made.waitFor(30, TimeUnit.SECONDS) && made.exitValue() == 0, "no mkfifo");
    refuses("Include \"pi*.lua\"", pipe + ": is not a regular file");
  }

  @Test
  void refusesLargeFiles() throws IOException {
    Path large = folder.resolve("large.lua");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(BoundedFile.TEXT_LIMIT + 1);
    }
    refuses("Include \"large.lua\"", large + ": is larger than the limit of 16 MiB");
  }

  @Test
  void refusesFilesThatAreLargeTogether() throws IOException {
    String half = " ".repeat(BoundedFile.TEXT_LIMIT / 2);
    write("a.lua", half);
    Path second = write("b.lua", half);
    refuses(
        "Include \"?.lua\"", second + ": makes the files of the configuration larger than 16 MiB");
  }

  @ParameterizedTest
  @CsvSource({"a\\0b, a\\u0000b", "conf\\0/*.lua, conf\\u0000"})
  void refusesNamesThatNoFileCanHave(String name, String shown) throws IOException {
    refuses("Include \"" + name + "\"", shown + ": is not a valid path on this system");
  }

  @Test
  void refusesFoldersOfModulesThatNoFolderCanBeCalled() throws IOException {
    assertThat(read("plugin_paths = { \"a\\0b\" }").unread())
        .extracting(SourceProblem::toString)
        .containsExactly(
            folder.resolve("prosody.cfg.lua")
                + ":1:1: a\\u0000b in plugin_paths is not a valid path on this system");
  }

  @Test
  void cutsLongNames() throws IOException {
    String name = "x".repeat(1_000_000);
    assertThat(read("Include \"" + name + "\"").unread())
        .extracting(SourceProblem::toString)
        .hasSize(1)
        .allMatch(problem -> problem.length() < 1_000);
  }

  @Test
  void namesEverythingThatCannotBeIncluded() throws IOException {
    assertThat(read("Include \"/\"\nInclude \"gone\"\nInclude \"prosody.cfg.lua\"").unread())
        .extracting(SourceProblem::toString)
        .hasSize(3);
  }

  @Test
  void matchesLongNamesQuicklyWithAnyPattern() throws IOException {
    write("a".repeat(240) + ".lua", MODULE);
    assertThat(read("Include \"" + "*a".repeat(30) + "*b\"").unread()).isEmpty();
    assertThat(enabled(read("Include \"" + "*a".repeat(30) + "*\""))).containsExactly("mam");
  }

  @Test
  void looksForAPatternAtTheRootWhereProsodyDoes() throws IOException {
    write("one.cfg.lua", MODULE);
    assertThat(enabled(read("Include \"/one.*\""))).containsExactly("mam");
  }

  @Test
  void readsLongChainsOfCalls() throws IOException {
    assertThat(enabled(read("Component \"a\"" + " \"b\"".repeat(100_000) + MODULE)))
        .containsExactly("mam");
  }

  @Test
  void readsManyHostsAndModules() throws IOException {
    StringBuilder text = new StringBuilder("modules_enabled = {");
    for (int i = 0; i < 50_000; i++) {
      text.append("\"m").append(i).append("\",");
    }
    text.append("}\n");
    for (int i = 0; i < 50_000; i++) {
      text.append("VirtualHost \"h").append(i).append("\" modules_disabled = { \"m0\" }\n");
    }
    ConfigFile file = read(text.toString());
    assertThat(enabled(file)).hasSize(50_000);
    assertThat(file.sections()).hasSize(50_000);
  }

  @Test
  void refusesAMainFileThatIsNotAFile() {
    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(() -> ConfigFile.read(folder))
        .withMessage(folder + ": is a folder, not a file");
  }
}
