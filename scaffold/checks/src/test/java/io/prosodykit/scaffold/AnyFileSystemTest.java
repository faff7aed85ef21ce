package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.lint.Linter;
import io.prosodykit.luacode.LuaFile;
import io.prosodykit.moduletree.ModuleTree;
import io.prosodykit.packaging.Packages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What writes and reads files does so in a file system in memory, too. */
class AnyFileSystemTest {
  private static final Instant TIME = Instant.parse("2026-11-23T12:00:00Z");
  private static final ModuleSpec GREETER =
      ModuleSpec.builder("greeter", Recipe.IQ_HANDLER).author("Ada").build();

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
  private final Path folder = files.getPath("/home/ada/modules");

  @BeforeEach
  void createFolder() throws IOException {
    Files.createDirectories(folder);
  }

  @AfterEach
  void close() throws IOException {
    files.close();
  }

  @Test
  void scaffolds() throws IOException {
    Scaffold scaffold = Scaffold.of(GREETER);
    scaffold.writeTo(folder, OnConflict.FAIL);

    TreeMap<String, String> written = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        written.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    assertThat(written).isEqualTo(scaffold.files());
  }

  @Test
  void updates() throws IOException {
    Scaffold.of(GREETER).writeTo(folder, OnConflict.FAIL);
    Path module = folder.resolve("mod_greeter/mod_greeter.lua");
    Files.writeString(module, Files.readString(module) + "\n-- mine\n");

    ModuleUpdate update =
        ModuleUpdate.of(
            folder.resolve("mod_greeter"),
            spec -> spec.summary("Greets in another way"),
            TemplateSet.builtIn());
    assertThat(update.conflicts()).isEmpty();
    update.write();

    assertThat(module).content().contains("-- Greets in another way\n").endsWith("\n-- mine\n");
  }

  @Test
  void lintsPackagesAndReads() throws IOException {
    Scaffold.of(GREETER).writeTo(folder, OnConflict.FAIL);

    assertThat(Linter.builder(TargetRange.maintained()).build().lint(List.of(folder)).findings())
        .isEmpty();
    Path packages = files.getPath("/home/ada/packages");
    Packages.read(List.of(folder), "1.0").writeTo(packages, TIME);
    assertThat(packages.resolve("mod_greeter-0.1.0-1.zip")).isRegularFile();
    ModuleCatalog catalog = ModuleTree.read(folder).catalog(LocalDate.of(2026, 11, 23));
    Path file = files.getPath("/home/ada/catalog.json");
    catalog.write(file);
    assertThat(ModuleCatalog.load(file).get("greeter")).isEqualTo(catalog.get("greeter"));
  }

  @Test
  void writesComposedCode() throws IOException {
    Path file = folder.resolve("x.lua");
    LuaFile.builder().addStatement("return $L", 5).build().writeTo(file);
    assertThat(file).content().isEqualTo("return 5;\n");
  }

  @Test
  void zipsAScaffold() throws IOException {
    Scaffold scaffold = Scaffold.of(GREETER);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    scaffold.zip(out, TIME);

    List<String> times = new ArrayList<>();
    TreeMap<String, String> zipped = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        zipped.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        times.add(entry.getTimeLocal().toString());
      }
    }
    assertThat(zipped).isEqualTo(scaffold.files());
    assertThat(times).containsOnly("2026-11-23T12:00");
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    scaffold.zip(again, TIME);
    assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
  }
}
