package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.Stability;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.facts.ModulePrefix;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.specification.XepRef;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.VersionRange;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleSpecTest {
  private static ModuleSpecBuilder full() {
    return Examples.withAllOptions("full", Recipe.IQ_HANDLER)
        .namespace("urn:example:full")
        .targets(VersionRange.parse("0.12,13.0"))
        .allowCatalogName(true)
        .catalog(ModuleCatalog.of(List.of()));
  }

  private static InvalidSpecException refusal(ModuleSpecBuilder builder) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        InvalidSpecException.class, builder::build);
  }

  @Test
  void copiesAllFields() {
    ModuleSpec spec = full().build();

    assertThat(spec.toBuilder().build()).isEqualTo(spec).hasSameHashCodeAs(spec);
    assertThat(spec.toBuilder().build()).hasToString(spec.toString());
  }

  static List<UnaryOperator<ModuleSpecBuilder>> changes() {
    return List.of(
        builder -> builder.summary("Other"),
        builder -> builder.description("Other"),
        builder -> builder.author("Other"),
        builder -> builder.version("9"),
        builder -> builder.layer(Layer.STREAM),
        builder -> builder.stability(Stability.CORE),
        builder -> builder.addSpecification(XepRef.of(1)),
        builder -> builder.addOption(OptionSpec.bool("other", true)),
        builder -> builder.targets(VersionRange.parse("13.0")),
        builder -> builder.namespace("urn:other"),
        builder -> builder.allowCatalogName(false));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void differsInEveryField(UnaryOperator<ModuleSpecBuilder> change) {
    assertThat(change.apply(full()).build()).isNotEqualTo(full().build());
  }

  @Test
  void keepsCatalogueWhenCopied() {
    ModuleSpec ping =
        ModuleSpec.builder("ping", Recipe.IQ_HANDLER).catalog(ModuleCatalog.of(List.of())).build();

    assertThat(ping.toBuilder().build()).isEqualTo(ping);
  }

  @ParameterizedTest
  @MethodSource("io.prosodykit.scaffold.Recipe#all")
  void hasDefaultsOfRecipe(Recipe recipe) {
    ModuleSpec spec = ModuleSpec.builder(recipe.prefix() + "x", recipe).build();

    assertThat(spec.summary()).isEqualTo(recipe.defaultSummary());
    assertThat(spec.version()).isEqualTo(recipe.defaultVersion());
    assertThat(spec.layer()).isEqualTo(recipe.defaultLayer());
    assertThat(spec.stability()).isEqualTo(recipe.defaultStability());
    assertThat(spec.targets()).isEqualTo(TargetRange.maintained().versions());
    assertThat(spec.namespace().isPresent()).isEqualTo(recipe.namespaced());
  }

  @Test
  void derivesNamespaceFromName() {
    assertThat(ModuleSpec.builder("x", Recipe.IQ_HANDLER).build().namespace())
        .contains("urn:prosodykit:x:0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "A", "1a", "_a", "a-b", "a/b", "..", "a\n", "é", "end", "goto", "con", "lpt0", "a;b"
      })
  void refusesNames(String name) {
    assertThat(refusal(ModuleSpec.builder(name, Recipe.GUIDE)))
        .hasMessageContaining("module name \"" + VisibleText.of(name) + "\"");
  }

  @Test
  void refusesPrefixInName() {
    assertThat(refusal(ModuleSpec.builder("mod_x", Recipe.GUIDE)))
        .hasMessageContaining("begins with mod_");
  }

  @Test
  void prefixesOfRecipesAreThoseOfModulesThatOptionsLoad() {
    assertThat(Recipe.all())
        .extracting(Recipe::prefix)
        .filteredOn(prefix -> !prefix.isEmpty())
        .containsExactlyInAnyOrderElementsOf(
            ServerFacts.reference().options().modulePrefixes().stream()
                .map(Sourced::value)
                .filter(ModulePrefix::isLoadedByOption)
                .map(ModulePrefix::prefix)
                .filter(prefix -> !prefix.equals("authz_")) // no recipe writes such a module
                .toList());
  }

  @Test
  void limitsLengthOfName() {
    assertThat(ModuleSpec.builder("a".repeat(64), Recipe.GUIDE).build().name()).hasSize(64);
    assertThat(refusal(ModuleSpec.builder("a".repeat(65), Recipe.GUIDE)))
        .hasMessageContaining("65 characters");
  }

  @Test
  void refusesNameInCatalogueAndReportsItsModule() {
    ModuleSpecBuilder builder = ModuleSpec.builder("ping", Recipe.IQ_HANDLER);

    assertThat(refusal(builder)).hasMessageContaining("ping (XMPP ping, layer 03-stanza)");
    assertThat(builder.allowCatalogName(true).build().name()).isEqualTo("ping");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1.", ".1", "1-2", "1..2", "../1", "1/2", "1 2", "1\n"})
  void refusesVersions(String version) {
    assertThat(refusal(ModuleSpec.builder("x", Recipe.GUIDE).version(version)))
        .hasMessageContaining("version \"" + VisibleText.of(version) + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "urn:", "urn:a b", "urn:\n", "urn:`", "urn:<", "urn:|", "urn:\u202E"})
  void refusesNamespaces(String namespace) {
    assertThat(refusal(ModuleSpec.builder("x", Recipe.IQ_HANDLER).namespace(namespace)))
        .hasMessageContaining("namespace \"" + VisibleText.of(namespace) + "\"");
  }

  @Test
  void refusesNamespaceForRecipeWithoutOne() {
    assertThat(refusal(ModuleSpec.builder("x", Recipe.GUIDE).namespace("urn:x")))
        .hasMessageContaining("guide have no namespace");
  }

  @ParameterizedTest
  @ValueSource(strings = {"trunk", "13.1", "[14.0,)", "13.0,[14.0,)"})
  void refusesUnknownTargets(String targets) {
    VersionRange range = VersionRange.parse(targets);

    assertThat(refusal(ModuleSpec.builder("x", Recipe.GUIDE).targets(range)))
        .hasMessageContaining("targets " + range + ": nothing is ")
        .hasMessageContaining(": choose from 0.9, 0.10, 0.11, 0.12, 13.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.10", "[0.10,0.12]", "[0.12,)"})
  void refusesTargetsThatRecipeDoesNotSupport(String targets) {
    VersionRange range = VersionRange.parse(targets);

    assertThat(refusal(ModuleSpec.builder("x", Recipe.GUIDE).targets(range)))
        .hasMessageContaining("does not support the targets " + range);
  }

  @ParameterizedTest
  @CsvSource({"auth-provider, auth_x, auth_x_users", "net-listener, x, x_ports"})
  void refusesReservedOptions(String recipe, String module, String option) {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(
            () ->
                ModuleSpec.builder(module, Recipe.parse(recipe))
                    .addOption(OptionSpec.string(option, ""))
                    .build())
        .satisfies(
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        new SpecProblem(
                            "options",
                            "option "
                                + option
                                + " is reserved by the recipe: choose another name")));
  }

  @Test
  void refusesOtherChoicesForOptionOfRecipe() {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(
            () ->
                ModuleSpec.builder("x", Recipe.SCHEDULED_TASK)
                    .addOption(OptionSpec.choice("x_when", "weekly", "daily"))
                    .build())
        .withMessageContaining("option x_when of the recipe is one of daily, hourly");
    assertThat(
            ModuleSpec.builder("x", Recipe.SCHEDULED_TASK)
                .addOption(OptionSpec.choice("x_when", "hourly", "daily"))
                .build()
                .options())
        .extracting(OptionSpec::defaultValue)
        .containsExactly("hourly");
  }

  @Test
  void refusesOptionsWithSameName() {
    OptionSpec option = OptionSpec.bool("x_on", true);

    assertThat(refusal(ModuleSpec.builder("x", Recipe.GUIDE).addOption(option).addOption(option)))
        .hasMessageContaining("option x_on is defined 2 times: keep one");
  }

  @Test
  void addsSpecificationOnce() {
    XepRef xep = XepRef.of(199);

    assertThat(full().addSpecification(xep).addSpecification(xep).build().specifications())
        .containsOnlyOnce(xep);
  }

  static List<UnaryOperator<ModuleSpecBuilder>> halvesOfSurrogatePairs() {
    return List.of(
        builder -> builder.summary("x\uD800"),
        builder -> builder.description("\uDC00x"),
        builder -> builder.author("\uDC00\uD800"),
        builder -> builder.namespace("urn:\uD800"));
  }

  @ParameterizedTest
  @MethodSource("halvesOfSurrogatePairs")
  void refusesHalfOfSurrogatePair(UnaryOperator<ModuleSpecBuilder> change) {
    assertThat(refusal(change.apply(ModuleSpec.builder("x", Recipe.IQ_HANDLER))).problems())
        .singleElement()
        .asString()
        .endsWith("contains an unpaired surrogate, which is not a character; remove it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \t\r\n", "\u0085\u2028", "\u00A0\u3000"})
  void refusesBlankSummary(String summary) {
    assertThat(refusal(ModuleSpec.builder("x", Recipe.GUIDE).summary(summary)))
        .hasMessageContaining("summary is blank");
  }

  @Test
  void reportsAllProblemsAtOnce() {
    InvalidSpecException refusal =
        refusal(
            ModuleSpec.builder("end", Recipe.GUIDE)
                .summary(" ")
                .author("\uD800")
                .version("x")
                .targets(VersionRange.parse("0.9")));

    assertThat(refusal.problems())
        .extracting(SpecProblem::field)
        .containsExactly("name", "summary", "author", "version", "targets");
    assertThat(refusal).hasMessageContaining("keyword").hasMessageContaining("summary is blank");
  }

  @Test
  void forgetsProblemOfReplacedValue() {
    assertThat(ModuleSpec.builder("x", Recipe.GUIDE).version("x").version("1").build().version())
        .isEqualTo("1");
  }

  @Test
  void parsesRecipes() {
    assertThat(Recipe.all())
        .allSatisfy(recipe -> assertThat(Recipe.parse(recipe.id())).isEqualTo(recipe));
    assertThat(Recipe.parse("IQ-Handler")).isEqualTo(Recipe.IQ_HANDLER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipe.parse("iq"))
        .withMessageContaining("\"iq\"")
        .withMessageContaining("iq-handler, message-filter");
  }

  @Test
  void throwsExceptionOfLibrary() {
    assertThatExceptionOfType(io.prosodykit.problem.ProsodyKitException.class)
        .isThrownBy(ModuleSpec.builder("end", Recipe.GUIDE)::build);
  }
}
