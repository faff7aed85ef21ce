package io.prosodykit.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.hash.Hashing;
import io.prosodykit.testing.Tree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackagesTest {
  private static final Instant TIME = Instant.parse("2026-11-23T12:00:00Z");
  private static final String ROCKSPEC =
      """
      package = "mod_shelf"
      version = "1.2-3"
      source = { url = "file://." }
      build = { type = "builtin", modules = { mod_shelf = "mod_shelf.lua" } }
      """;

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private Packages read(Map<String, String> files) throws IOException {
    Tree.write(folder, files);
    return Packages.read(List.of(folder), "2.0");
  }

  private static SortedMap<String, String> unzipped(byte[] zip) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
      }
    }
    return files;
  }

  private static byte[] bytes(Packages packages, String path) {
    return Objects.requireNonNull(packages.files(TIME).get(path), path);
  }

  @Test
  void packsWhatUsersNeed() throws IOException {
    Packages packages =
        read(
            Map.of(
                "mod_shelf/mod_shelf.lua", "-- shelf",
                "mod_shelf/label.lib.lua", "-- label",
                "mod_shelf/html/page.html", "<p>",
                "mod_shelf/README.md", "# mod_shelf",
                "mod_shelf/config/shelf.cfg.lua", "-- config",
                "mod_shelf/mod_shelf-1.2-3.rockspec", ROCKSPEC,
                "mod_shelf/.luacheckrc", "",
                "mod_shelf/mod_shelf.lua~", "",
                "mod_shelf/spec/mod_shelf_spec.lua", ""));

    assertThat(packages.modules()).extracting(Object::toString).containsExactly("mod_shelf 1.2-3");
    assertThat(packages.files(TIME).keySet())
        .containsExactly(
            "mod_shelf-1.2-3.zip",
            "rocks/manifest",
            "rocks/manifest-5.1",
            "rocks/manifest-5.2",
            "rocks/manifest-5.3",
            "rocks/manifest-5.4",
            "rocks/mod_shelf-1.2-3.all.rock");
    assertThat(unzipped(bytes(packages, "mod_shelf-1.2-3.zip")).keySet())
        .containsExactly(
            "mod_shelf/README.md",
            "mod_shelf/config/shelf.cfg.lua",
            "mod_shelf/html/page.html",
            "mod_shelf/label.lib.lua",
            "mod_shelf/mod_shelf-1.2-3.rockspec",
            "mod_shelf/mod_shelf.lua");
    SortedMap<String, String> rock = unzipped(bytes(packages, "rocks/mod_shelf-1.2-3.all.rock"));
    assertThat(rock.keySet())
        .containsExactly(
            "doc/README.md",
            "doc/config/shelf.cfg.lua",
            "lua/mod_shelf/html/page.html",
            "lua/mod_shelf/label.lib.lua",
            "lua/mod_shelf/mod_shelf.lua",
            "mod_shelf-1.2-3.rockspec",
            "rock_manifest");
    // the MD5 of "<p>", by md5sum
    assertThat(rock.get("rock_manifest"))
        .contains("[\"page.html\"] = \"4da1a46ec20cf93ee5c846a51e04f0ed\"");
  }

  @Test
  void packsNeitherTestsNorWhatBuildsLeave() throws IOException {
    Packages packages =
        read(
            Map.of(
                "mod_x/mod_x.lua", "",
                "mod_x/test/one.lua", "",
                "mod_x/lib/tests/two.scs", "",
                "mod_x/target/three.txt", "",
                "mod_x/lib/target/four.lua", "",
                "mod_x/lib/five.orig", ""));

    assertThat(unzipped(packages.modules().get(0).zip(TIME)).keySet())
        .containsExactly("mod_x/mod_x-2.0-1.rockspec", "mod_x/mod_x.lua");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void packsWhatLinksInTheModuleLeadTo() throws IOException {
    Tree.write(folder, Map.of("mod_web/mod_web.lua", "", "mod_web/shared/page.html", "<p>"));
    Path module = folder.resolve("mod_web");
    Files.createSymbolicLink(module.resolve("html"), Path.of("shared"));
    Files.createSymbolicLink(module.resolve("start.html"), Path.of("shared/page.html"));
    Files.createSymbolicLink(module.resolve("round"), module);

    assertThat(unzipped(read(Map.of()).modules().get(0).zip(TIME)).keySet())
        .containsExactly(
            "mod_web/html/page.html",
            "mod_web/mod_web-2.0-1.rockspec",
            "mod_web/mod_web.lua",
            "mod_web/shared/page.html",
            "mod_web/start.html");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void refusesLinksThatWouldPublishOtherFiles(@TempDir Path elsewhere) throws IOException {
    Tree.write(elsewhere, Map.of("secret", "", "mod_far/mod_far.lua", ""));
    Tree.write(folder, Map.of("mod_web/mod_web.lua", "", "mod_web/.env", "", "other.lua", ""));
    Path module = folder.resolve("mod_web");
    Files.createSymbolicLink(module.resolve("env.txt"), Path.of("/proc/self/environ"));
    Files.createSymbolicLink(module.resolve("folder"), elsewhere);
    Files.createSymbolicLink(module.resolve("visible.txt"), Path.of(".env"));
    Files.createSymbolicLink(module.resolve("helper.lib.lua"), Path.of("../other.lua"));
    Files.createSymbolicLink(folder.resolve("mod_far"), elsewhere.resolve("mod_far"));

    assertThatExceptionOfType(PackagingException.class)
        .isThrownBy(() -> read(Map.of()))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .containsExactlyInAnyOrder(
                        folder.resolve("mod_far") + out(folder),
                        module.resolve("env.txt") + out(module),
                        module.resolve("folder") + out(module),
                        module.resolve("helper.lib.lua") + out(module),
                        module.resolve("visible.txt")
                            + ": is a link to something hidden: replace it with a copy"));
  }

  private static String out(Path folder) {
    return ": is a link out of " + folder + ": replace it with a copy of what it leads to";
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void refusesReadmeThatIsALinkOutOfTheModule() throws IOException {
    Tree.write(folder, Map.of("mod_web/mod_web.lua", ""));
    Files.createSymbolicLink(folder.resolve("mod_web/README.md"), Path.of("/etc/hostname"));

    assertThatExceptionOfType(PackagingException.class)
        .isThrownBy(() -> read(Map.of()))
        .withMessage(folder.resolve("mod_web/README.md") + out(folder.resolve("mod_web")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\\..\\..\\tmp\\EVIL.txt",
        "a:b",
        "a*",
        "a?",
        "a\"b",
        "<a>",
        "a|b",
        "a\tb",
        "\u007f.txt",
        "\u00e4.txt",
        "CON",
        "html/nul.txt",
        "lpt1.tar.gz",
        "CONIN$",
        "conout$.txt",
        "nul .txt",
        "html./page",
        "page "
      })
  void refusesNamesThatSomeSystemDoesNotSupport(String name) throws IOException {
    Tree.write(folder, Map.of("mod_a/mod_a.lua", "", "mod_a/plain name-1.txt", ""));
    Path file = folder.resolve("mod_a").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");

    assertThatExceptionOfType(PackagingException.class)
        .isThrownBy(() -> Packages.read(List.of(folder), "1"))
        .satisfies(e -> assertThat(e.problems()).hasSize(1))
        .withMessageContaining("cannot be installed everywhere: rename ");
  }

  @Test
  void refusesNamesThatDifferOnlyInCase() throws IOException {
    Tree.write(
        folder,
        Map.of(
            "mod_a/mod_a.lua",
            "",
            "mod_a/html/page",
            "",
            "mod_a/HTML/other",
            "",
            "mod_a/text",
            "",
            "mod_a/Text",
            ""));

    assertThatExceptionOfType(PackagingException.class)
        .isThrownBy(() -> Packages.read(List.of(folder), "1"))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        "mod_a: HTML and html are the same file on systems that ignore case: rename"
                            + " one of them",
                        "mod_a: Text and text are the same file on systems that ignore case: rename"
                            + " one of them"));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void keepsBackslashesOutOfPaths() throws IOException {
    Tree.write(folder, Map.of("mod_a/mod_a.lua", "", "mod_a/a", ""));
    Files.writeString(folder.resolve("mod_a/a\\b"), "");

    assertThatExceptionOfType(PackagingException.class)
        .isThrownBy(() -> Packages.read(List.of(folder), "1"))
        .withMessageContaining("mod_a: a\\b cannot be installed everywhere");
  }

  @Test
  void acceptsTheFolderOfAModule() throws IOException {
    Tree.write(
        folder,
        Map.of(
            "mod_shelf/mod_shelf.lua", "",
            "mod_shelf/label.lib.lua", "",
            "mod_shelf/README.md", "",
            "mod_shelf/mod_shelf-1.2-3.rockspec", ROCKSPEC,
            "web/mod_web.lua", "",
            "web/page.html", ""));

    Packages shelf = Packages.read(List.of(folder.resolve("mod_shelf")), "2.0");
    assertThat(unzipped(shelf.zip(TIME)))
        .isEqualTo(unzipped(Packages.read(List.of(folder), "2.0").modules().get(0).zip(TIME)))
        .hasSize(4);
    Packages web = Packages.read(List.of(folder.resolve("web")), "2.0");
    assertThat(unzipped(web.zip(TIME)).keySet())
        .containsExactly(
            "mod_web/mod_web-2.0-1.rockspec", "mod_web/mod_web.lua", "mod_web/page.html");
  }

  @Test
  void givesTheSameBytesInEveryTimeZone() throws IOException {
    Packages packages = read(Map.of("mod_a/mod_a.lua", ""));
    TimeZone before = TimeZone.getDefault();
    for (String time :
        List.of("1970-01-01T00:00:00Z", "1980-01-01T00:00:00Z", "2200-01-01T00:00:00Z")) {
      Set<String> digests = new HashSet<>();
      try {
        for (String zone : List.of("UTC", "Asia/Tokyo", "America/Los_Angeles")) {
          TimeZone.setDefault(TimeZone.getTimeZone(zone));
          digests.add(Hashing.sha256().hashBytes(packages.zip(Instant.parse(time))).toString());
        }
      } finally {
        TimeZone.setDefault(before);
      }
      assertThat(digests).as(time).hasSize(1);
    }
  }

  @Test
  void usesTheInnerFolderOfAModuleThatHasTwo() throws IOException {
    Packages packages =
        read(Map.of("mod_web/web/mod_web.lua", "", "mod_web/web/a.txt", "", "mod_web/LICENSE", ""));

    assertThat(unzipped(packages.modules().get(0).rock(TIME)).keySet())
        .containsExactly(
            "doc/LICENSE",
            "lua/mod_web/a.txt",
            "lua/mod_web/mod_web.lua",
            "mod_web-2.0-1.rockspec",
            "rock_manifest");
  }

  @Test
  void makesARockspecForAModuleWithoutOne() throws IOException {
    Packages packages =
        read(
            Map.of(
                "mod_bare.lua", "",
                "mod_told/mod_told.lua", "",
                "mod_told/README.md", "---\nsummary: Says \"hello\"\n---\n"));

    assertThat(unzipped(packages.zip(TIME)).get("mod_told/mod_told-2.0-1.rockspec"))
        .contains("version = \"2.0-1\"", "summary = \"Says \\\"hello\\\"\"");
    assertThat(unzipped(packages.zip(TIME)).keySet())
        .contains("mod_bare/mod_bare.lua", "mod_bare/mod_bare-2.0-1.rockspec");
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3, 1.2.3-1",
    "1.2-3, 1.2-3",
    "1.0-SNAPSHOT, scm-1",
    "1.0-beta-2, 1.0.beta.2-1",
    "1.0-beta.2, 1.0.beta.2-1",
    "-, .-1"
  })
  void makesAVersionForLuaRocks(String given, String expected) {
    assertThat(RockVersion.of(given)).isEqualTo(expected);
  }

  @Test
  void givesTheSameBytesWheneverAndWhereverItRuns() throws IOException {
    read(Map.of("mod_a/mod_a.lua", "-- a", "mod_a/b.lib.lua", "-- b", "mod_b/mod_b.lua", ""));
    Map<String, byte[]> first = Packages.read(List.of(folder), "1").files(TIME);
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
        if (Files.isRegularFile(path)) {
          assertThat(path.toFile().setExecutable(true)).isTrue();
        }
      }
    }
    Map<String, byte[]> second = Packages.read(List.of(folder), "1").files(TIME);

    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((path, bytes) -> assertThat(second.get(path)).as(path).isEqualTo(bytes));
    assertThat(Packages.read(List.of(folder), "1").zip(TIME.plusSeconds(2)))
        .isNotEqualTo(Packages.read(List.of(folder), "1").zip(TIME));
  }

  @Test
  void reportsAllProblemsAtOnce() throws IOException {
    Tree.write(
        folder,
        Map.of(
            "mod_two/mod_two.lua", "",
            "mod_two/mod_two-1-1.rockspec", "",
            "mod_two/mod_two-2-1.rockspec", "",
            "mod_odd/mod_odd.lua", "",
            "mod_odd/mod_odd-1.rockspec", "package = \"odd\"\nversion = \"one\"\n",
            "mod_mute/mod_mute.lua", "",
            "mod_mute/x.rockspec", "source = {"));

    assertThatExceptionOfType(PackagingException.class)
        .isThrownBy(() -> Packages.read(List.of(folder), "1"))
        .satisfies(
            thrown ->
                assertThat(thrown.problems())
                    .hasSize(6)
                    .anyMatch(line -> line.contains("mod_two-1-1.rockspec, mod_two-2-1.rockspec"))
                    .anyMatch(
                        line -> line.contains("mod_odd-1.rockspec:1:11: the package is named"))
                    .anyMatch(
                        line ->
                            line.contains(":2:11: LuaRocks does not accept the version \"one\""))
                    .anyMatch(line -> line.contains("it names no package"))
                    .anyMatch(line -> line.contains("it states no version"))
                    .anyMatch(line -> line.contains("x.rockspec:1:")));
  }

  @Test
  void refusesTwoModulesWithTheSameName() throws IOException {
    Tree.write(folder, Map.of("one/mod_a.lua", "", "two/mod_a.lua", ""));

    assertThatExceptionOfType(PackagingException.class)
        .isThrownBy(() -> Packages.read(List.of(folder.resolve("one"), folder.resolve("two")), "1"))
        .withMessageContaining("mod_a appears twice");
  }

  @Test
  void leavesNothingNextToTheFiles() throws IOException {
    Packages packages = read(Map.of("modules/mod_a/mod_a.lua", ""));
    Path output = Files.createDirectories(folder.resolve("out"));
    Files.writeString(output.resolve("mine.txt"), "stays");

    packages.writeTo(output, TIME);
    packages.writeTo(output, TIME);

    try (Stream<Path> left = Files.list(output)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("mine.txt", "mod_a-2.0-1.zip", "rocks");
    }
  }
}
