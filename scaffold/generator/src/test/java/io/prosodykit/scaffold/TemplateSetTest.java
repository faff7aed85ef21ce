package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prosodykit.catalog.Layer;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateSetTest {
  private static final String BARE = "does = x\nsummary = X\nlayer = stanza\n";

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private TemplateSet templates(Map<String, String> files) throws IOException {
    Tree.write(folder, files);
    return TemplateSet.of(folder);
  }

  private static String file(Scaffold scaffold, String path) {
    return Objects.requireNonNull(scaffold.files().get(path));
  }

  @Test
  void customFileReplacesFileOfLibrary() throws IOException {
    TemplateSet templates =
        templates(
            Map.of(
                "iq-handler/introduction.md.mustache", "Ours: {{name}}\n",
                "common/luacheckrc.mustache", "std = \"max\" -- {{name}}\n"));

    Scaffold scaffold = Scaffold.of(ModuleSpec.builder("x", Recipe.IQ_HANDLER).build(), templates);

    assertThat(file(scaffold, "mod_x/README.md")).contains("Ours: x");
    assertThat(file(scaffold, "mod_x/.luacheckrc")).isEqualTo("std = \"max\" -- x\n");
    assertThat(file(scaffold, "mod_x/mod_x.lua")).contains("iq-get/host");
  }

  @Test
  void customFolderAddsRecipeBasedOnAnother() throws IOException {
    TemplateSet templates =
        templates(
            Map.of(
                "our-iq/recipe.properties",
                """
                does = answers as we like it
                summary = Ours
                layer = services
                namespaced = true
                base = iq-handler
                releases = [0.12,13.0]
                remark.0.11 = we run no Prosody 0.11
                options = text:string=hello
                option.text = What it says
                """,
                "our-iq/introduction.md",
                "Ours.\n",
                "our-iq/introduction.md.mustache",
                "Ours.\n"));

    Recipe recipe = templates.parseRecipe("Our-IQ");
    ModuleSpec spec = ModuleSpec.builder("x", recipe).build();
    Scaffold scaffold = Scaffold.of(spec, templates);

    assertThat(templates.recipes()).contains(recipe, Recipe.GUIDE);
    assertThat(spec.layer()).isEqualTo(Layer.SERVICES);
    assertThat(spec.options())
        .containsExactly(OptionSpec.string("x_text", "hello").withDescription("What it says"));
    assertThat(file(scaffold, "mod_x/mod_x.lua")).contains(":text(options.x_text)");
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(
            () ->
                ModuleSpec.builder("x", recipe)
                    .targets(io.prosodykit.version.VersionRange.parse("0.11"))
                    .build())
        .withMessageContaining("we run no Prosody 0.11")
        .withMessageContaining("[0.12,13.0]");
  }

  @Test
  void reportsUnknownNamesWithTemplateLineAndColumnForEachFile() throws IOException {
    TemplateSet templates =
        templates(
            Map.of(
                "iq-handler/introduction.md.mustache", "Ours\n  {{name}} {{gone}}\n",
                "common/luacheckrc.mustache", "{{#lost}}x{{/lost}}\n",
                "common/module.rockspec.mustache", "{{#hasAuthor}}\n"));

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(
            () -> Scaffold.of(ModuleSpec.builder("x", Recipe.IQ_HANDLER).build(), templates))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(SpecProblem::message)
                    .satisfiesExactlyInAnyOrder(
                        one ->
                            assertThat(one)
                                .contains(
                                    "introduction.md.mustache:2:12: unknown name", "{{gone}}"),
                        one -> assertThat(one).contains("luacheckrc.mustache:1:1:", "{{lost}}"),
                        one -> assertThat(one).contains("module.rockspec.mustache", "hasAuthor")));
  }

  @Test
  void reportsAllProblemsOfRecipesAtOnce() {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(
            () ->
                templates(
                    Map.of(
                        "a/recipe.properties",
                        "layer = nowhere\nsumary = x\nglobal = yes\nreleases = [0.9,13.0]\n",
                        "b/recipe.properties",
                        BARE + "options = text:strin=x\nremark.soon = x\n")))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(SpecProblem::message)
                    .anySatisfy(one -> assertThat(one).contains("a/", "does", "missing"))
                    .anySatisfy(one -> assertThat(one).contains("layer", "nowhere"))
                    .anySatisfy(one -> assertThat(one).contains("sumary", "not a known key"))
                    .anySatisfy(one -> assertThat(one).contains("global", "yes"))
                    .anySatisfy(one -> assertThat(one).contains("releases", "0.9"))
                    .anySatisfy(one -> assertThat(one).contains("b/", "options", "strin"))
                    .anySatisfy(one -> assertThat(one).contains("remark.soon")));
  }

  @Test
  void suggestsSimilarRecipe() throws IOException {
    TemplateSet templates = templates(Map.of("ours/recipe.properties", BARE));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> templates.parseRecipe("our"))
        .withMessageContaining("ours")
        .withMessageContaining("iq-handler");
  }

  @Test
  void reportsUnusedFiles() {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(
            () ->
                templates(
                    Map.of(
                        "iq-handlr/introduction.md.mustache", "x",
                        "iq-handler/READM.md.mustache", "x",
                        "common/lost.md.mustache", "x",
                        "ours/recipe.properties", BARE,
                        "ours/modul.lua", "x",
                        "docs/notes.txt", "no template",
                        "iq-handler/.README.md.mustache.swp", "x",
                        "README.md", "how we use these")))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(SpecProblem::message)
                    .containsExactly(
                        "common/lost.md.mustache: no template or recipe uses a file with this name",
                        "iq-handler/READM.md.mustache: no template or recipe uses a file with this"
                            + " name: a file with a similar name exists: \"README.md\"",
                        "iq-handlr/introduction.md.mustache: there is no recipe iq-handlr: a"
                            + " recipe with a similar name exists: \"iq-handler\"",
                        "ours/modul.lua: no template or recipe uses a file with this name: a"
                            + " file with a similar name exists: \"module.lua\""));
  }

  @Test
  void acceptsFilesThatCustomTemplatesUse() throws IOException {
    TemplateSet templates =
        templates(
            Map.of(
                "ours/recipe.properties",
                    BARE + "namespaced = true\nbase = iq-handler\ndoubles = clock\n",
                "ours/clock.lua", "return {};\n",
                "ours/introduction.md.mustache", "{{>legal.md}}\n",
                "common/legal.md.mustache", "Ours: {{name}}\n"));

    ModuleSpec spec = ModuleSpec.builder("x", templates.parseRecipe("ours")).build();
    assertThat(file(Scaffold.of(spec, templates), "mod_x/README.md")).contains("Ours: x");
  }

  @Test
  void reportsUnknownBase() {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> templates(Map.of("ours/recipe.properties", BARE + "base = iq-handlr\n")))
        .withMessageContaining("ours/recipe.properties: base: unknown recipe \"iq-handlr\"")
        .withMessageContaining("a recipe with a similar name exists: \"iq-handler\"");
  }

  @Test
  void refusesLinksOutOfFolder() throws IOException {
    Path custom = Files.createDirectory(folder.resolve("custom"));
    Path secret = Files.writeString(folder.resolve("secret"), "KEY");
    Path link = Files.createDirectories(custom.resolve("iq-handler")).resolve("introduction.md");
    Files.createSymbolicLink(link, secret);
    Path recipe = Files.createDirectories(custom.resolve("ours")).resolve("recipe.properties");
    Files.createSymbolicLink(recipe, Path.of("/dev/zero"));
    Path elsewhere = Files.createSymbolicLink(custom.resolve("common"), folder);

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> TemplateSet.of(custom))
        .withMessageContaining(link + ": is a link out of ")
        .withMessageContaining(recipe + ": is a link out of ")
        .withMessageContaining(elsewhere + ": is a link out of ");
  }
}
