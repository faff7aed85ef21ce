package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses this library as a named module, from a program on the class path. */
final class ModulePathTest {
  private static final String PROGRAM =
      """
      import com.fasterxml.jackson.databind.ObjectMapper;
      import io.prosodykit.catalog.ModuleCatalog;

      class Program {
        public static void main(String[] args) throws Exception {
          ModuleCatalog catalog = ModuleCatalog.reference();
          System.out.println(catalog.modules().size());
          System.out.println(ModuleCatalog.class.getModule());
          System.out.println(catalog.get("smacks").evidence().isPresent());
          System.out.println(catalog.get("smacks").layer().title());

          ObjectMapper mapper = new ObjectMapper();
          String json = mapper.writeValueAsString(catalog);
          System.out.println(mapper.readValue(json, ModuleCatalog.class).equals(catalog));
        }
      }
      """;

  @Test
  void worksAsANamedModule(@TempDir Path folder) throws Exception {
    String modulePath = modulePath();
    Path program = Files.writeString(folder.resolve("Program.java"), PROGRAM);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--module-path",
                modulePath,
                "--add-modules",
                "io.prosodykit.core,com.fasterxml.jackson.databind",
                program.toString());
    assertThat(failed).as("javac's exit code").isZero();

    assertThat(
            ChildJvm.run(
                    folder,
                    List.of(
                        "--module-path",
                        modulePath,
                        "--add-modules",
                        "io.prosodykit.core,com.fasterxml.jackson.databind",
                        "-cp",
                        folder.toString(),
                        "Program"))
                .lines())
        .containsExactly("49", "module io.prosodykit.core", "true", "Stream", "true");
  }

  /** The class path without the dependencies of tests. */
  private static String modulePath() {
    String modules =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                entry ->
                    entry.matches(
                        ".*(core.target.*classes|catalog-data.*"
                            + "|(guava|failureaccess|jspecify|jackson-[a-z]+)-[0-9.]+(-jre)?\\.jar)"))
            .filter(entry -> !entry.contains("tools" + File.separator + "jackson"))
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(modules.split(File.pathSeparator)).as(modules).hasSizeGreaterThanOrEqualTo(7);
    return modules;
  }
}
