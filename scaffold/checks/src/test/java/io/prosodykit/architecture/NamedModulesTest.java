package io.prosodykit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.prosodykit.testing.Programs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uses each artifact from a named module of its own, without flags beside the module path. */
class NamedModulesTest {
  private static final String JARS =
      "(guava|failureaccess|jspecify|jackson-core|jackson-annotations|snakeyaml-engine|compiler"
          + "|luajava|lua51|lua54)-[0-9.]+(-jre)?\\.jar";

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "io.prosodykit.core | ModuleCatalog.reference().get(\"smacks\").layer() | 02-stream",
        "io.prosodykit.lua | ModuleTree.read(modules).modules().get(0).name() | greet",
        "io.prosodykit.scaffold | Scaffold.of(ModuleSpec.builder(\"greeter\", Recipe.IQ_HANDLER)"
            + ".build()).files().containsKey(\"mod_greeter/mod_greeter.lua\") | true",
        "io.prosodykit.checks | Linter.builder(TargetRange.maintained()).build()"
            + ".lint(java.util.List.of(modules)).modules() | 1",
      })
  void isUsable(String module, String expression, String printed) throws Exception {
    Path modules = folder.resolve("modules");
    Path main = modules.resolve("mod_greet/mod_greet.lua");
    Files.createDirectories(main.getParent());
    Files.writeString(main, "module:hook(\"message/bare\", function (event) end);\n");
    // front matter is YAML, which another module reads
    Files.writeString(main.resolveSibling("README.md"), "---\nsummary: Greets\n---\n");
    Path source = folder.resolve("source");
    Files.createDirectories(source.resolve("consumer"));
    Files.writeString(
        source.resolve("module-info.java"), "module consumer { requires " + module + "; }\n");
    Files.writeString(
        source.resolve("consumer/Program.java"),
        """
        package consumer;

        %s

        class Program {
          public static void main(String[] args) throws Exception {
            var modules = java.nio.file.Path.of(args[0]);
            System.out.println(%s);
          }
        }
        """
            .formatted(imports(module), expression));
    Path classes = folder.resolve("classes");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--module-path",
                modulePath(),
                "-d",
                classes.toString(),
                source.resolve("module-info.java").toString(),
                source.resolve("consumer/Program.java").toString());
    assertThat(failed).as("javac's exit code").isZero();

    String path = modulePath() + File.pathSeparator + classes;
    assertThat(
            Programs.run(
                folder,
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--module-path",
                    path,
                    "--module",
                    "consumer/consumer.Program",
                    modules.toString())))
        .isEqualToIgnoringNewLines(printed);
  }

  private static String imports(String module) {
    ImmutableList<String> packages =
        switch (module) {
          case "io.prosodykit.core" -> ImmutableList.of("catalog");
          case "io.prosodykit.lua" -> ImmutableList.of("moduletree");
          case "io.prosodykit.scaffold" -> ImmutableList.of("scaffold");
          default -> ImmutableList.of("evidence", "lint");
        };
    return packages.stream()
        .map(name -> "import io.prosodykit." + name + ".*;")
        .collect(Collectors.joining("\n"));
  }

  /** What the artifacts need, without what only tests do. */
  private static String modulePath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                entry.matches(".*(core|lua|generator|checks|catalog-data).target.*classes")
                    || entry.matches(".*prosodykit-(core|lua|scaffold|checks|catalog-data)[^/]*jar")
                    || Path.of(entry).getFileName().toString().matches(JARS))
        .filter(entry -> !entry.contains("tools" + File.separator + "jackson"))
        .filter(entry -> !entry.endsWith("tests.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
