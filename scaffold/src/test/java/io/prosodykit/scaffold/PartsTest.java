package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.prosodykit.catalog.VersionRange;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a specification adds to its recipe. */
class PartsTest {
  static ModuleSpecBuilder withParts(Recipe recipe) {
    ModuleSpecBuilder spec =
        ModuleSpec.builder(recipe.prefix() + "parts", recipe)
            .addDependency(DependencySpec.on("disco"))
            .addDependency(DependencySpec.on("carbons").softly())
            .addPermission(PermissionSpec.of("greet-all"))
            .addPermission(PermissionSpec.of("look").withRole("prosody:registered"))
            .addHook(HookSpec.of("server-stopping").onServer());
    return recipe.global()
        ? spec
        : spec.addFeature("urn:example:more:0")
            .addHook(HookSpec.of("message/bare").withPriority(5))
            .addHook(HookSpec.of("message/host").requiring("greet-all"))
            .addStore(StoreSpec.of("parts_notes"))
            .addStore(StoreSpec.of("parts_log").withType(StoreSpec.Type.ARCHIVE));
  }

  private static String module(String targets) {
    ModuleSpec spec = withParts(Recipe.IQ_HANDLER).targets(VersionRange.parse(targets)).build();
    return Objects.requireNonNull(Scaffold.of(spec).files().get("mod_parts/mod_parts.lua"));
  }

  @Test
  void partsShowInTheModule() {
    assertThat(module("[0.11,13.0]"))
        .contains(
            "module:depends(\"disco\");",
            "module:add_feature(\"urn:example:more:0\");",
            "module:open_store(\"parts_log\", \"archive\");",
            "module:hook(\"message/bare\", function (event)",
            "end, 5);",
            "module:hook_global(\"server-stopping\"");
  }

  @Test
  void theNewestIdiomNeedsTheNewestRelease() {
    assertThat(module("13.0"))
        .contains("module:depends(\"carbons\", true)", "return module:may(\":greet-all\", event);")
        .doesNotContain("is_admin", "core.modulemanager", "if module.may");
    assertThat(module("[0.11,0.12]"))
        .contains("is_loaded(module.host, \"carbons\")", "is_admin(event.stanza.attr.from")
        .doesNotContain("\"carbons\", true", "prosody.util");
    assertThat(module("[0.12,13.0]")).contains("if module.may then", "is_admin");
  }

  @Test
  void partsShowInTheReadme() {
    ModuleSpec spec = withParts(Recipe.IQ_HANDLER).build();

    assertThat(Scaffold.of(spec).files().get("mod_parts/README.md"))
        .contains(
            "- `message/bare`",
            "- `mod_carbons`, if it is there",
            "- `parts_log` (archive)",
            "| `parts:greet-all` | `prosody:admin` |",
            "- `urn:example:more:0`");
  }

  @Test
  void aCopyHasThemAll() {
    ModuleSpec spec = withParts(Recipe.IQ_HANDLER).build();

    assertThat(spec.toBuilder().build()).isEqualTo(spec);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(
            () ->
                ModuleSpec.builder("x", Recipe.GUIDE)
                    .addStore(StoreSpec.of("x_notes"))
                    .addHook(HookSpec.of("message/bare").requiring("gone"))
                    .addFeature("not a namespace")
                    .build())
        .withMessageContaining("global module has no stores")
        .withMessageContaining("global module sees no events of hosts: handle message/bare")
        .withMessageContaining("global module announces no features")
        .withMessageContaining("\"gone\"")
        .withMessageContaining("not a namespace");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "é", "a\n"})
  void refusesEvents(String event) {
    assertThatExceptionOfType(InvalidSpecException.class).isThrownBy(() -> HookSpec.of(event));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Send", "send_all", "1", ":send"})
  void refusesActions(String action) {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> PermissionSpec.of(action));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mod_disco", "", "a-b"})
  void refusesDependencies(String module) {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> DependencySpec.on(module));
  }

  @Test
  void aRecipesOptionTakesAnotherDefaultAndNoOtherType() {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(
            () ->
                ModuleSpec.builder("x", Recipe.IQ_HANDLER)
                    .addOption(OptionSpec.bool("x_a", true))
                    .addOption(OptionSpec.bool("x_a", false))
                    .build())
        .withMessageContaining("x_a (2 times)");
  }
}
