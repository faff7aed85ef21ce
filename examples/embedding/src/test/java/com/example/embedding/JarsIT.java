package com.example.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's jars as users see them. */
final class JarsIT {
  private static final Path ROOT = Path.of(System.getProperty("prosodykit.root"));

  @ParameterizedTest
  @CsvSource({
    "catalog-data, io.prosodykit.catalog.data",
    "core, io.prosodykit.core",
    "scaffold/lua, io.prosodykit.lua",
    "scaffold/generator, io.prosodykit.scaffold",
    "scaffold/checks, io.prosodykit.checks",
  })
  void jarHasModuleNameThatProgramsRequire(String folder, String name) throws IOException {
    assertThat(ModuleFinder.of(jar(folder)).findAll())
        .singleElement()
        .extracting(ModuleReference::descriptor)
        .returns(name, ModuleDescriptor::name)
        .returns(false, ModuleDescriptor::isAutomatic);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catalog-data",
        "core",
        "scaffold/lua",
        "scaffold/generator",
        "scaffold/checks",
        "maven-plugin"
      })
  void jarHasVersionAndLicence(String folder) throws IOException {
    try (JarFile jar = new JarFile(jar(folder).toFile())) {
      assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
      assertThat(jar.getManifest().getMainAttributes())
          .containsKeys(Name.IMPLEMENTATION_TITLE, Name.IMPLEMENTATION_VERSION);
    }
  }

  @Test
  void jarWithAllFactsIsSmall() throws IOException {
    assertThat(Files.size(jar("catalog-data"))).isLessThan(400 * 1024);
  }

  private static Path jar(String folder) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder).resolve("target"))) {
      List<Path> jars =
          files
              .filter(file -> file.toString().matches(".*(?<!-sources|-javadoc|-tests)\\.jar"))
              .toList();
      assertThat(jars).hasSize(1);
      return jars.get(0);
    }
  }
}
