package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.moduletree.ModuleTargets;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.record.RecordFields;
import io.prosodykit.version.VersionRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaffoldTest {
  static Set<String> names() {
    return Examples.all().keySet();
  }

  private static String file(Scaffold scaffold, String path) {
    return Objects.requireNonNull(scaffold.files().get(path));
  }

  @ParameterizedTest
  @MethodSource("io.prosodykit.scaffold.Recipe#all")
  void hasAllFilesOfModule(Recipe recipe) {
    String name = recipe.prefix() + "x";
    ModuleSpec spec = ModuleSpec.builder(name, recipe).version("3.1").build();
    ImmutableSet.Builder<String> files = ImmutableSet.builder();
    files.add(
        ".luacheckrc",
        ".prosodykit.json",
        "README.md",
        "config/stack/" + recipe.defaultLayer().id() + "/" + name + ".cfg.lua",
        "mod_" + name + "-3.1-1.rockspec",
        "mod_" + name + ".lua",
        "spec/mod_" + name + "_spec.lua",
        "spec/support/libraries.lua",
        "spec/support/module_api.lua",
        "spec/support/options.lua",
        "spec/support/prosody.lua",
        "spec/support/stanza.lua");
    recipe.doubles().forEach(support -> files.add("spec/support/" + support + ".lua"));

    assertThat(Scaffold.of(spec).files().keySet())
        .containsExactlyInAnyOrderElementsOf(
            files.build().stream().map(file -> "mod_" + name + "/" + file).toList());
  }

  @ParameterizedTest
  @MethodSource("names")
  void writesWholeLinesWithoutTrailingSpace(String name) {
    assertThat(Scaffold.of(Examples.named(name)).files().values())
        .allSatisfy(
            text ->
                assertThat(text)
                    .endsWith("\n")
                    .doesNotEndWith("\n\n")
                    .doesNotContain("\r", " \n", "\t\n", "\n\n\n", "{{#", "{{/"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void isPure(String name) {
    ImmutableSortedMap<String, String> files = Scaffold.of(Examples.named(name)).files();

    assertThat(Scaffold.of(Examples.named(name).toBuilder().build()).files()).isEqualTo(files);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.11", "0.12", "[0.11,13.0]", "0.11,13.0", "[0.12.3,13.0]"})
  void usesNothingThatOldestTargetLacks(String targets) {
    Scaffold scaffold = withInteger(targets);

    assertThat(file(scaffold, "mod_x/mod_x.lua"))
        .contains("module:get_option_number(\"x_count\", 1)", "require \"util.stanza\"")
        .doesNotContain("get_option_integer", "prosody.util");
  }

  @ParameterizedTest
  @ValueSource(strings = {"13.0", "13.0.x", "[13.0.1,13.0]"})
  void usesWhatAllTargetsHave(String targets) {
    Scaffold scaffold = withInteger(targets);

    assertThat(file(scaffold, "mod_x/mod_x.lua"))
        .contains("module:get_option_integer(\"x_count\", 1)", "require \"prosody.util.stanza\"");
  }

  private static Scaffold withInteger(String targets) {
    return Scaffold.of(
        ModuleSpec.builder("x", Recipe.IQ_HANDLER)
            .targets(VersionRange.parse(targets))
            .addOption(OptionSpec.integer("x_count", 1))
            .build());
  }

  @Test
  void recordsTargets(@TempDir Path folder) throws IOException {
    withInteger("[0.12,13.0]").writeTo(folder, OnConflict.FAIL);

    assertThat(TargetChoice.RECORDED.of(folder.resolve("mod_x/mod_x.lua")))
        .matches(targets -> targets.origin() == ModuleTargets.Origin.RECORDED)
        .extracting(ModuleTargets::range)
        .isEqualTo(TargetRange.parse("[0.12,13.0]"));
  }

  @Test
  void testsOnlyItsTargets() {
    assertThat(file(withInteger("0.11,13.0"), "mod_x/spec/mod_x_spec.lua"))
        .contains("ipairs { \"0.11\", \"13.0\" } do");
  }

  @Test
  void answersWithFirstTextThatStanzasCanCarry() {
    Scaffold scaffold =
        Scaffold.of(
            ModuleSpec.builder("x", Recipe.IQ_HANDLER)
                .addOption(OptionSpec.string("x_secret", "\0"))
                .addOption(OptionSpec.string("x_text", "hello"))
                .build());

    assertThat(file(scaffold, "mod_x/mod_x.lua")).contains(":text(options.x_text);");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028"})
  void endsParagraphsOfDescriptionOnlyAtBlankLines(String lineEnd) {
    String description = String.join(lineEnd, "one", "two", "", " ", "three", "");
    ModuleSpec spec = ModuleSpec.builder("x", Recipe.IQ_HANDLER).description(description).build();

    assertThat(file(Scaffold.of(spec), "mod_x/README.md"))
        .contains("\n\none two\n\nthree\n\nThe module answers an `iq`");
  }

  @ParameterizedTest
  @ValueSource(strings = {" \n", "\u0085", "\u2028", "\u00A0", "\u3000"})
  void omitsBlankText(String text) {
    ModuleSpec bare =
        ModuleSpec.builder("x", Recipe.GUIDE).addOption(OptionSpec.bool("x_on", true)).build();
    ModuleSpec blank =
        ModuleSpec.builder("x", Recipe.GUIDE)
            .description(text)
            .author(text)
            .addOption(OptionSpec.bool("x_on", true).withDescription(text))
            .build();

    assertThat(withoutRecord(Scaffold.of(blank))).isEqualTo(withoutRecord(Scaffold.of(bare)));
  }

  private static Map<String, String> withoutRecord(Scaffold scaffold) {
    return Maps.filterKeys(scaffold.files(), path -> !path.endsWith(RecordFields.FILE));
  }

  @Test
  void givesComponentValidHostName() {
    Scaffold scaffold =
        Scaffold.of(ModuleSpec.builder("lost_and__found_", Recipe.parse("component")).build());

    assertThat(
            scaffold
                .files()
                .get("mod_lost_and__found_/config/stack/05-services/lost_and__found_.cfg.lua"))
        .contains("Component \"lost-and-found.localhost\" \"lost_and__found_\"");
  }
}
