package com.example.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the project's jars a second time in another folder, and compares them byte by byte. */
final class ReproducibleBuildIT {
  private static final List<String> MODULES =
      List.of(
          "catalog-data",
          "core",
          "scaffold/lua",
          "scaffold/generator",
          "scaffold/checks",
          "maven-plugin");
  private static final Path ROOT = Path.of(System.getProperty("prosodykit.root"));

  @TempDir private Path copy;

  @Test
  void twoBuildsProduceSameJars() throws Exception {
    for (String folder : List.of(".mvn", "catalog-data", "core", "scaffold", "maven-plugin")) {
      copySources(ROOT.resolve(folder), copy.resolve(folder));
    }
    Files.copy(ROOT.resolve("LICENSE"), copy.resolve("LICENSE"));
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    Files.writeString(copy.resolve("pom.xml"), pom.replace("<module>examples</module>", ""));

    build();

    for (String module : MODULES) {
      List<Path> jars = jars(ROOT.resolve(module));
      assertThat(jars).as("jars of %s", module).isNotEmpty();
      assertThat(names(jars)).isEqualTo(names(jars(copy.resolve(module))));
      for (Path jar : jars) {
        Path second = copy.resolve(module).resolve("target").resolve(jar.getFileName());
        assertThat(Files.mismatch(jar, second)).as(jar.toString()).isEqualTo(-1);
      }
    }
  }

  private void build() throws IOException, InterruptedException {
    Path log = copy.resolve("build.log");
    ProcessBuilder maven =
        new ProcessBuilder(
                Path.of(System.getProperty("prosodykit.maven"), "bin", "mvn").toString(),
                "-B",
                "-o",
                "-Dmaven.test.skip",
                "-Dspotless.check.skip",
                "-Dmaven.repo.local=" + System.getProperty("prosodykit.repository"),
                "package")
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    assertThat(maven.start().waitFor()).as(() -> read(log)).isZero();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static List<Path> jars(Path module) throws IOException {
    try (Stream<Path> files = Files.list(module.resolve("target"))) {
      return files.filter(file -> file.toString().matches(".*(?<!-tests)\\.jar")).sorted().toList();
    }
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  private static void copySources(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (folder.endsWith("target")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
