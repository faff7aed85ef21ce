package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartEditsTest {
  private static ModuleSpecBuilder module() {
    return ModuleSpec.builder("x", Recipe.MESSAGE_FILTER)
        .addSpecification(XepRef.of(30))
        .addOption(OptionSpec.string("x_text", "hello").withDescription("What it says"))
        .addOption(OptionSpec.integer("x_max", 3))
        .addDependency(DependencySpec.on("disco"))
        .addDependency(DependencySpec.on("carbons"))
        .addFeature("urn:example:a:0")
        .addPermission(PermissionSpec.of("send"))
        .addStore(StoreSpec.of("notes"))
        .addHook(HookSpec.of("message/bare"))
        .addHook(HookSpec.of("message/bare").withPriority(1))
        .addHook(HookSpec.of("server-stopping"))
        .addHook(HookSpec.of("server-stopping").onServer());
  }

  @Test
  void addReplaceAndRemoveParts() {
    ModuleSpec spec =
        List.<UnaryOperator<ModuleSpecBuilder>>of(
                PartEdits.specifications("RFC 6120, -XEP-0030"),
                PartEdits.options("-x_max,x_kind:choice=soft|loud,x_text:string=a\\,b"),
                PartEdits.dependencies("carbons?,-disco"),
                PartEdits.features("urn:example:b:0"),
                PartEdits.permissions("send:prosody:registered,look"),
                PartEdits.stores("notes:archive"),
                PartEdits.hooks("-server-stopping on server,message/bare:5,message/bare:-5,"))
            .stream()
            .reduce(module(), (built, edit) -> edit.apply(built), (a, b) -> b)
            .build();

    assertThat(spec)
        .isEqualTo(
            ModuleSpec.builder("x", Recipe.MESSAGE_FILTER)
                .addSpecification(RfcRef.of(6120))
                .addOption(OptionSpec.string("x_text", "a,b").withDescription("What it says"))
                .addOption(OptionSpec.choice("x_kind", "soft", "loud"))
                .addDependency(DependencySpec.on("carbons").softly())
                .addFeature("urn:example:a:0")
                .addFeature("urn:example:b:0")
                .addPermission(PermissionSpec.of("send").withRole("prosody:registered"))
                .addPermission(PermissionSpec.of("look"))
                .addStore(StoreSpec.of("notes").withType(StoreSpec.Type.ARCHIVE))
                .addHook(HookSpec.of("message/bare").withPriority(5))
                .addHook(HookSpec.of("message/bare").withPriority(-5))
                .addHook(HookSpec.of("server-stopping"))
                .build());
  }

  @Test
  void reportAllMissingParts() {
    ModuleSpecBuilder changed =
        PartEdits.features("-urn:example:a:0,-urn:example:b:0")
            .apply(PartEdits.options("-x_min,-x_max").apply(module()));

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(changed::build)
        .satisfies(
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        new SpecProblem(
                            "options",
                            "there is no option x_min to remove: the module has x_text, x_max"),
                        new SpecProblem(
                            "features",
                            "there is no feature urn:example:b:0 to remove: the module has none")));
  }

  @Test
  void reportAllInvalidParts() {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> PartEdits.options("x_a:strin=a,-x_b,x_c"))
        .withMessageContaining("option 1, \"x_a:strin=a\": unknown type")
        .withMessageContaining("option 3, \"x_c\": has no \"=\"");
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> PartEdits.specifications("-moo"))
        .withMessageContaining("specification 1, \"-moo\": ");
  }

  @Test
  void areMergedIntoAModuleAndRecorded(@TempDir Path folder) throws IOException {
    Scaffold.of(Examples.greeter().build()).writeTo(folder, OnConflict.FAIL);
    Path module = folder.resolve("mod_greeter");

    update(module, PartEdits.options("greeter_kind:choice=soft|loud"));
    ModuleSpec kind =
        Examples.greeter().addOption(OptionSpec.choice("greeter_kind", "soft", "loud")).build();
    assertThat(Tree.texts(folder)).isEqualTo(Scaffold.of(kind).files());

    update(module, spec -> PartEdits.options("-greeter_kind").apply(spec).summary("Says more"));
    assertThat(Tree.texts(folder))
        .isEqualTo(Scaffold.of(Examples.greeter().summary("Says more").build()).files());
  }

  private static void update(Path module, UnaryOperator<ModuleSpecBuilder> change)
      throws IOException {
    ModuleUpdate.of(module, change, TemplateSet.builtIn()).write();
  }
}
