package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.util.concurrent.Uninterruptibles;
import io.prosodykit.problem.DocumentException;
import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.text.ModuleName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleCatalogTest {
  private static final ModuleCatalog OURS = catalog("smacks", "greeter", "vcard");

  private static ModuleEntry entry(String name, String purpose) {
    return ModuleEntry.builder(name, Layer.STREAM, Stability.BETA, purpose).build();
  }

  private static ModuleCatalog catalog(String... names) {
    return ModuleCatalog.of(Stream.of(names).map(name -> entry(name, "ours")).toList());
  }

  @Test
  void keepsTheOrderOfItsEntries() {
    assertThat(OURS.modules())
        .extracting(ModuleEntry::name)
        .containsExactly("smacks", "greeter", "vcard");
    assertThat(OURS).hasToString("catalogue of 3 modules");
  }

  @Test
  void refusesTwoEntriesWithTheSameName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalog("a", "b", "a"))
        .withMessage("the module \"a\" appears twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smacks", "mod_smacks"})
  void findsModulesWithAndWithoutPrefix(String name) {
    assertThat(OURS.find(name)).contains(entry("smacks", "ours"));
    assertThat(OURS.get(name)).isEqualTo(entry("smacks", "ours"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mod_", "SMACKS", "mod_mod_smacks", "smacks ", "smacks.lua"})
  void doesNotFindOtherSpellings(String name) {
    assertThat(OURS.find(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "smack, 'unknown module \"smack\": a module with a similar name exists: \"smacks\"', smacks",
    "mod_smack, 'unknown module \"mod_smack\": a module with a similar name exists: \"smacks\"', smacks",
    "SMACKS, 'unknown module \"SMACKS\": a module with a similar name exists: \"smacks\"', smacks",
    "xyzzyplugh, 'unknown module \"xyzzyplugh\"', ''",
    "'a\nb', 'unknown module \"a\\u000Ab\"', ''",
  })
  void suggestsTheNearestNames(String name, String message, String nearest) {
    assertThatExceptionOfType(UnknownModuleException.class)
        .isThrownBy(() -> OURS.get(name))
        .withMessage(message)
        .satisfies(
            e -> {
              assertThat(e.name()).isEqualTo(name);
              assertThat(String.join(",", e.nearest())).isEqualTo(nearest);
            });
  }

  @Test
  void suggestsTheNameUnderWhichTheCommunityHasAModule() {
    ModuleCatalog community = ModuleCatalog.of(List.of(ModuleCatalog.complete().get("sasl2_fast")));

    assertThatExceptionOfType(UnknownModuleException.class)
        .isThrownBy(() -> community.get("fast"))
        .withMessage("unknown module \"fast\": the community has it as \"sasl2_fast\"")
        .satisfies(e -> assertThat(e.nearest()).containsExactly("sasl2_fast"));
  }

  @Test
  void quotesALongUnknownNameBriefly() {
    assertThatExceptionOfType(UnknownModuleException.class)
        .isThrownBy(() -> OURS.get("m".repeat(16 << 20)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  @Test
  void replacesOverlaidEntriesInPlaceAndAppendsTheOthers() {
    ModuleCatalog overlay =
        ModuleCatalog.of(List.of(entry("new", "theirs"), entry("greeter", "theirs")));
    assertThat(OURS.overlaidWith(overlay).modules())
        .containsExactly(
            entry("smacks", "ours"),
            entry("greeter", "theirs"),
            entry("vcard", "ours"),
            entry("new", "theirs"));
    assertThat(OURS).isEqualTo(catalog("smacks", "greeter", "vcard"));
    assertThat(OURS.overlaidWith(OURS)).isEqualTo(OURS);
    assertThat(OURS.overlaidWith(ModuleCatalog.of(List.of()))).isEqualTo(OURS);
  }

  @Test
  void differsInEntriesAndTheirOrder() {
    assertThat(catalog("a", "b")).isEqualTo(catalog("a", "b")).hasSameHashCodeAs(catalog("a", "b"));
    assertThat(catalog("a", "b")).isNotEqualTo(catalog("b", "a")).isNotEqualTo(catalog("a"));
  }

  @Test
  void writesItsFormatFieldByField() {
    ModuleEntry smacks =
        ModuleEntry.builder("smacks", Layer.STREAM, Stability.CORE, "Streams \"kept\"")
            .addSpecification(XepRef.of(198))
            .build();
    assertThat(ModuleCatalog.of(List.of(smacks, entry("x", "y"))).toJson())
        .isEqualTo(
            """
            {
              "formatVersion": 1,
              "modules": [
                {
                  "name": "smacks",
                  "layer": "02-stream",
                  "stability": "core",
                  "purpose": "Streams \\"kept\\"",
                  "specifications": [
                    "XEP-0198"
                  ]
                },
                {
                  "name": "x",
                  "layer": "02-stream",
                  "stability": "beta",
                  "purpose": "y",
                  "specifications": [ ]
                }
              ]
            }
            """);
  }

  @Test
  void readsWhatItsJavadocShows() {
    ModuleCatalog catalog =
        ModuleCatalog.parse(
            """
            {
              "formatVersion": 1,
              "modules": [
                {"name": "smacks", "layer": "02-stream", "stability": "core",
                 "purpose": "Stream management", "specifications": ["XEP-0198"]},
                {"name": "plain", "layer": "02-stream", "stability": "core", "purpose": "Plain"}
              ]
            }
            """);
    assertThat(catalog.get("smacks")).isEqualTo(ModuleCatalog.reference().get("smacks"));
    assertThat(catalog.get("plain").specifications()).isEmpty();
  }

  @Property
  void readsBackEqualWhatItWrites(@ForAll("catalogs") ModuleCatalog catalog) {
    String json = catalog.toJson();
    assertThat(ModuleCatalog.parse(json)).isEqualTo(catalog);
    assertThat(ModuleCatalog.parse("x", json.getBytes(StandardCharsets.UTF_8)).toJson())
        .isEqualTo(json);
  }

  @Provide
  Arbitrary<ModuleCatalog> catalogs() {
    Arbitrary<String> names =
        Arbitraries.strings()
            .withChars("abcmodz0189_")
            .ofMinLength(1)
            .ofMaxLength(64)
            .filter(name -> ModuleName.problem(name).isEmpty());
    Arbitrary<String> purposes =
        Arbitraries.strings()
            .all()
            .filter(purpose -> ModuleEntry.problemWithPurpose(purpose).isEmpty());
    Arbitrary<SpecRef> specifications =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 9999).map(XepRef::of),
            Arbitraries.integers().between(1, 99_999).map(RfcRef::of));
    return Combinators.combine(
            names,
            Arbitraries.of(Layer.values()),
            Arbitraries.of(Stability.values()),
            purposes,
            specifications.list().ofMaxSize(4))
        .as(
            (name, layer, stability, purpose, refs) -> {
              ModuleEntryBuilder builder = ModuleEntry.builder(name, layer, stability, purpose);
              refs.forEach(builder::addSpecification);
              return builder.build();
            })
        .list()
        .ofMaxSize(5)
        .uniqueElements(ModuleEntry::name)
        .map(ModuleCatalog::of);
  }

  @Property
  void readsOrRefusesArbitraryBytes(@ForAll byte[] bytes) {
    assertReadsOrRefuses(bytes);
  }

  @Property
  void readsOrRefusesDamagedCatalogues(
      @ForAll("catalogs") ModuleCatalog catalog, @ForAll int where, @ForAll byte[] damage) {
    byte[] bytes = catalog.toJson().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < Math.min(damage.length, 8); i++) {
      bytes[Math.floorMod(where + i, bytes.length)] = damage[i];
    }
    assertReadsOrRefuses(bytes);
  }

  @Property
  void readsOrRefusesArbitraryJson(@ForAll("json") String json) {
    assertReadsOrRefuses(json.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> json() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            " ",
            "\n",
            "1",
            "-1e9",
            "null",
            "true",
            "\"formatVersion\"",
            "\"modules\"",
            "\"name\"",
            "\"layer\"",
            "\"02-stream\"",
            "\"stability\"",
            "\"core\"",
            "\"purpose\"",
            "\"specifications\"",
            "\"XEP-0001\"",
            "\"\\ud800\"",
            "\"",
            "{\"name\":",
            "{\"formatVersion\":1,\"modules\":[")
        .list()
        .ofMaxSize(30)
        .map(tokens -> String.join("", tokens));
  }

  private static void assertReadsOrRefuses(byte[] bytes) {
    try {
      ModuleCatalog catalog = ModuleCatalog.parse("source", bytes);
      assertThat(ModuleCatalog.parse(catalog.toJson())).isEqualTo(catalog);
    } catch (DocumentException e) {
      assertThat(e.source()).isEqualTo("source");
      assertThat(e.problems()).isNotEmpty();
      assertThat(e.problems())
          .allMatch(problem -> problem.line() >= 1 && problem.column() >= 1)
          .allMatch(problem -> problem.pointer().isEmpty() || problem.pointer().startsWith("/"))
          .noneMatch(problem -> problem.message().isBlank());
    }
  }

  @Test
  void readsBackFromAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ours.json");
    OURS.write(file);
    assertThat(file).hasContent(OURS.toJson());
    assertThat(ModuleCatalog.load(file)).isEqualTo(OURS);
    catalog("other").write(file);
    assertThat(ModuleCatalog.load(file)).isEqualTo(catalog("other"));
    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(folder.toFile().list()).containsExactly("ours.json");
  }

  @Test
  void namesTheFileInItsProblems(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.json"), "{}");
    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(() -> ModuleCatalog.load(file))
        .withMessageStartingWith(file + ": 2 problems\n  " + file + ":1:1 the field")
        .satisfies(e -> assertThat(e.source()).isEqualTo(file.toString()));
  }

  @Test
  void namesTheFileThatCannotBeReadOrWritten(@TempDir Path folder) {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> ModuleCatalog.load(folder.resolve("none.json")))
        .withMessageContaining("none.json");
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> ModuleCatalog.load(folder))
        .withMessage(folder + ": is a folder, not a file");
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> OURS.write(folder))
        .withMessage(folder + ": not a file");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> OURS.write(folder.resolve("none/ours.json")))
        .withMessage(folder.resolve("none/ours.json") + ": its folder does not exist");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void keepsLinksAndPermissions(@TempDir Path folder) throws IOException {
    Path fresh = folder.resolve("fresh.json");
    Path plain = Files.createFile(folder.resolve("plain.txt"));
    OURS.write(fresh);
    assertThat(Files.getPosixFilePermissions(fresh))
        .isEqualTo(Files.getPosixFilePermissions(plain));
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-rw----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), fresh);
    catalog("other").write(link);
    assertThat(link).isSymbolicLink();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
        .isEqualTo("rw-rw----");
    assertThat(ModuleCatalog.load(fresh)).isEqualTo(catalog("other"));
  }

  @Test
  void isTheSameReferenceInEveryThread() throws InterruptedException {
    Set<ModuleCatalog> seen =
        Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          Uninterruptibles.awaitUninterruptibly(start);
                          ModuleCatalog reference = ModuleCatalog.reference();
                          if (reference.get("mam").layer().title().equals("Storage")) {
                            seen.add(reference);
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(seen).hasSize(1);
  }
}
