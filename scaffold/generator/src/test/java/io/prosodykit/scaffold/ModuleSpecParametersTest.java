package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.Stability;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.VersionRange;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ModuleSpecParametersTest {
  private static final ModuleCatalog CATALOG = ModuleCatalog.reference();

  private static ModuleSpecParameters parameters(Map<String, String> texts) {
    return ModuleSpecParameters.of(texts, TemplateSet.builtIn());
  }

  private static ModuleSpec spec(Map<String, String> texts) {
    return parameters(texts).spec(CATALOG, false);
  }

  private static void assertProblems(ThrowingCallable call, String... fields) {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(call)
        .satisfies(
            e -> assertThat(e.problems()).extracting(SpecProblem::field).containsExactly(fields));
  }

  @Test
  void needsNoMoreThanTheName() {
    assertThat(spec(Map.of("module", " greeter ")))
        .isEqualTo(ModuleSpec.builder("greeter", ModuleSpecParameters.DEFAULT_RECIPE).build());
  }

  @Test
  void readsEveryParameter() {
    Map<String, String> texts =
        ImmutableMap.<String, String>builder()
            .put("module", "greeter")
            .put("recipe", "iq-handler")
            .put("summary", "Answers a greeting")
            .put("description", "Says hello.")
            .put("author", "Ada Lovelace")
            .put("moduleVersion", "0.2.0")
            .put("layer", "services")
            .put("stability", "beta")
            .put("xeps", "XEP-0199, 30,30,")
            .put("options", "greeter_text:string=hello")
            .put("dependencies", "disco")
            .put("features", "urn:example:notes:0, ")
            .put("permissions", "send")
            .put("stores", "notes")
            .put("hooks", "message/bare:5")
            .put("targets", "13.0")
            .put("namespace", "urn:example:greeter:0")
            .buildOrThrow();

    assertThat(texts.keySet()).isEqualTo(ModuleSpecParameters.NAMES);
    ModuleSpec spec = spec(texts);
    assertThat(spec.name()).isEqualTo("greeter");
    assertThat(spec.stability()).isEqualTo(Stability.BETA);
    assertThat(spec.specifications()).containsExactly(XepRef.of(199), XepRef.of(30));
    assertThat(spec.options()).containsExactly(OptionSpec.string("greeter_text", "hello"));
    assertThat(spec.features()).containsExactly("urn:example:notes:0");
    assertThat(spec.targets()).isEqualTo(VersionRange.parse("13.0"));
    assertThat(spec)
        .hasToString(spec.toBuilder().build().toString())
        .isNotEqualTo(spec(Map.of("module", "greeter")));
  }

  @Test
  void reportsAllProblemsByParameter() {
    assertProblems(
        () ->
            spec(
                ImmutableMap.of(
                    "module", "Greeter",
                    "recipe", "nothing",
                    "layer", "nowhere",
                    "moduleVersion", " ",
                    "xeps", "12345,XEP-x",
                    "options", "a:b:c")),
        "recipe",
        "layer",
        "xeps",
        "xeps",
        "options",
        "module",
        "moduleVersion");
  }

  @Test
  void refusesANameInTheCatalogUnlessAllowed() {
    ModuleSpecParameters roster = parameters(Map.of("module", "roster"));

    assertProblems(() -> roster.spec(CATALOG, false), "module");
    assertThat(roster.isInCatalog(CATALOG)).isTrue();
    assertThat(roster.spec(CATALOG, true).name()).isEqualTo("roster");
    assertThat(parameters(Map.of("module", "mod_roster")).isInCatalog(CATALOG)).isFalse();
    assertThat(parameters(Map.of()).isInCatalog(CATALOG)).isFalse();
  }

  @Test
  void changesOnlyWhatIsGiven() {
    ModuleSpec before = spec(Map.of("module", "greeter", "xeps", "199", "author", "Ada"));

    ModuleSpec after =
        parameters(Map.of("module", "other", "xeps", "-199,30", "stability", "beta"))
            .changes()
            .apply(before.toBuilder())
            .build();

    assertThat(after)
        .isEqualTo(
            spec(Map.of("module", "greeter", "xeps", "30", "author", "Ada", "stability", "beta")));
  }

  @Test
  void reportsAllProblemsOfChanges() {
    assertProblems(
        () -> parameters(ImmutableMap.of("layer", "nowhere", "stores", "a:b")).changes(),
        "layer",
        "stores");
  }

  @Test
  void readsTheRecipeAlone() {
    assertThat(parameters(Map.of()).recipe()).isEmpty();
    assertThat(parameters(Map.of("recipe", "http-endpoint")).recipe())
        .hasValue(Recipe.HTTP_ENDPOINT);
    assertProblems(() -> parameters(Map.of("recipe", "nothing")).recipe(), "recipe");
  }

  @Test
  void refusesUnknownParameters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parameters(Map.of("stabilty", "beta")))
        .withMessageContainingAll("\"stabilty\"", "stability");
  }
}
