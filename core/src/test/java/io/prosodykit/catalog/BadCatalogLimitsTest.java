package io.prosodykit.catalog;

import static io.prosodykit.catalog.BadCatalog.at;
import static io.prosodykit.catalog.BadCatalog.last;
import static io.prosodykit.catalog.BadCatalog.problems;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.prosodykit.files.RefusedFileException;
import io.prosodykit.json.JsonInput;
import io.prosodykit.problem.DocumentException;
import io.prosodykit.problem.DocumentProblem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are too large, too long or too deep. */
final class BadCatalogLimitsTest {
  @Test
  void refusesAnEndlessNumber() {
    assertThat(problems("{'formatVersion': " + "9".repeat(1_000_000) + ", 'modules': []}"))
        .extracting(DocumentProblem::message)
        .last()
        .isEqualTo("too long: Number value length (1000000) exceeds the maximum allowed (1000)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{'a':", "{'modules': [", "{'formatVersion': [[{'a':"})
  void refusesDeeplyNestedValues(String level) {
    assertThat(last(problems(level.repeat(100_000))).message())
        .isEqualTo("nested more than 64 levels deep");
  }

  @Test
  void readsOnAfterDeepNesting() {
    int depth = JsonInput.MAX_NESTING - 1;

    assertThat(
            problems(
                "{'deep': "
                    + "[".repeat(depth)
                    + "]".repeat(depth)
                    + ", 'formatVersion': 1, 'modules': []}"))
        .containsExactly(
            at(
                1,
                2,
                "/deep",
                "unknown field \"deep\": choose from formatVersion, modules, knowledge"));
  }

  @ParameterizedTest
  @CsvSource({
    "GARBAGE, 1, not JSON: Illegal character",
    "BAD_UTF8, 15000001, the byte 0xFF is not UTF-8 here",
    "PROBLEMS, 7499995, expected an object",
  })
  void readsAHugeFileInLittleMemory(
      HugeFile file, int problems, String message, @TempDir Path folder) throws Exception {
    Path path = folder.resolve("huge.json");
    file.write(path);

    assertThat(
            ChildJvm.run(
                folder,
                List.of(
                    "-Xmx96m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Load.class.getName(),
                    path.toString())))
        .contains("problems: " + problems + "\n", message);
  }

  @Test
  void refusesAFileBeyondTheLimitBeforeReadingIt(@TempDir Path folder) throws Exception {
    Path path = folder.resolve("huge.json");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(CatalogReader.MAX_BYTES + 1L);
    }

    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(() -> ModuleCatalog.load(path))
        .withMessage(path + ": is larger than the limit of 64 MiB");
  }

  @Test
  void refusesBytesBeyondTheLimit() {
    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(() -> ModuleCatalog.parse("mine", new byte[CatalogReader.MAX_BYTES + 1]))
        .withMessageContaining("larger than the limit of 64 MiB");
  }

  /** A catalogue with many times more modules than exist. */
  @Test
  @Timeout(60)
  void loads100000Modules(@TempDir Path folder) throws Exception {
    List<ModuleEntry> known = ModuleCatalog.complete().modules();
    List<ModuleEntry> entries = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      ModuleEntry entry = known.get(i % known.size());
      String name = entry.name();
      String start = name.substring(0, Math.min(name.length(), 50));
      ModuleEntryBuilder copy =
          ModuleEntry.builder(start + "_" + i, entry.layer(), entry.stability(), entry.purpose());
      entry.specifications().forEach(copy::addSpecification);
      entry.dependencies().forEach(copy::addDependency);
      entries.add(copy.build());
    }
    ModuleCatalog catalog = ModuleCatalog.of(entries);
    Path file = folder.resolve("many.json");
    catalog.write(file);

    assertThat(Files.size(file)).isGreaterThan(16 << 20);
    assertThat(
            ChildJvm.run(
                folder,
                List.of(
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Load.class.getName(),
                    file.toString())))
        .contains("modules: 100000\n");
    assertThat(ModuleCatalog.load(file)).isEqualTo(catalog);
  }

  /** Large files that are wrong from beginning to end. */
  enum HugeFile {
    GARBAGE,
    BAD_UTF8,
    PROBLEMS;

    void write(Path path) throws IOException {
      byte[] bytes = new byte[15_000_000];
      Arrays.fill(bytes, (byte) (this == BAD_UTF8 ? 0xFF : 1));
      if (this == PROBLEMS) {
        byte[] start = "{\"modules\": [1".getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) (i < start.length ? start[i] : i % 2 == 0 ? ',' : '1');
        }
      }
      Files.write(path, bytes);
    }
  }

  /** Loads a file and prints what is wrong with it. */
  static final class Load {
    private Load() {}

    public static void main(String[] args) throws IOException {
      try {
        System.out.println("modules: " + ModuleCatalog.load(Path.of(args[0])).modules().size());
      } catch (DocumentException e) {
        System.out.println("problems: " + (e.problems().size() + e.omitted()));
        System.out.println(e.problems().get(0));
      }
    }
  }
}
