package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.evidence.Presence;
import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleQueryTest {
  private static final ModuleCatalog CATALOG =
      ModuleCatalog.of(
          List.of(
              entry("smacks", Layer.STREAM, Stability.CORE, "Resumes streams", "XEP-0198"),
              entry("greeter", Layer.STANZA, Stability.ALPHA, "Says hello", "XEP-0030", "RFC 6120"),
              entry("fast", Layer.STREAM, Stability.BETA, "Quick authentication"),
              entry("tls", Layer.TRANSPORT, Stability.CORE, "Encryption", "RFC 6120")));

  private static ModuleEntry entry(
      String name, Layer layer, Stability stability, String purpose, String... specifications) {
    ModuleEntryBuilder builder = ModuleEntry.builder(name, layer, stability, purpose);
    for (String specification : specifications) {
      builder.addSpecification(SpecRef.parse(specification));
    }
    return builder.build();
  }

  private static String names(ModuleQuery query) {
    return names(query.modules());
  }

  private static String names(ImmutableList<ModuleEntry> entries) {
    return entries.stream().map(ModuleEntry::name).collect(Collectors.joining(" "));
  }

  @Test
  void selectsEverythingInTheOrderOfTheCatalogue() {
    assertThat(CATALOG.query().modules()).isEqualTo(CATALOG.modules());
  }

  @Test
  void selectsByLayer() {
    assertThat(names(CATALOG.query().layer(Layer.STREAM))).isEqualTo("smacks fast");
    assertThat(names(CATALOG.query().layer(Layer.TRANSPORT, Layer.STANZA)))
        .isEqualTo("greeter tls");
    assertThat(names(CATALOG.query().layer(Layer.STORAGE))).isEmpty();
  }

  @Test
  void selectsByStability() {
    assertThat(names(CATALOG.query().stability(Stability.CORE))).isEqualTo("smacks tls");
    assertThat(names(CATALOG.query().stability(Stability.BETA, Stability.ALPHA)))
        .isEqualTo("greeter fast");
  }

  @Test
  void selectsBySpecification() {
    assertThat(names(CATALOG.query().implementing(RfcRef.of(6120)))).isEqualTo("greeter tls");
    assertThat(names(CATALOG.query().implementing(XepRef.of(198)))).isEqualTo("smacks");
    assertThat(CATALOG.query().implementing(XepRef.of(6120)).modules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "smack, smacks",
    "HELLO, greeter",
    "stream, smacks",
    "mod_smacks, smacks",
    "xep-0030, greeter",
    "rfc, greeter tls",
    "service discovery, greeter",
    "'', smacks greeter fast tls",
    "nothing has this, ''",
  })
  void selectsByTextInNamePurposeAndSpecifications(String text, String names) {
    assertThat(names(CATALOG.query().text(text))).isEqualTo(names);
  }

  @Test
  void selectsByWhatTheEvidenceSays() {
    ModuleQuery all = ModuleCatalog.complete().query();

    assertThat(names(all.providing("storage"))).contains("storage_sql").doesNotContain("smacks");
    assertThat(names(all.providing("storage", "sql"))).isEqualTo("storage_sql");
    assertThat(names(all.providing("auth", "ldap"))).isEqualTo("auth_ldap");
    assertThat(names(all.providing("net", "c2s_direct_tls"))).isEqualTo("c2s");
    assertThat(names(all.providing("net", "sql"))).isEmpty();
    assertThat(names(all.requiring("mod_http").presence(ProsodyVersion.V13_0, Presence.SHIPPED)))
        .contains("bosh")
        .doesNotContain("smacks");
    assertThat(names(all.reading("smacks_hibernation_time"))).isEqualTo("smacks");
    assertThat(names(all.handling("message/host"))).contains("announce").doesNotContain("smacks");
    assertThat(names(all.loading("util.sql")))
        .contains("storage_sql")
        .isEqualTo(names(all.loading("prosody.util.sql")));
    assertThat(names(all.firing("muc-room-created"))).isEqualTo("muc");
    assertThat(names(all.firing("user-flag-added/spammer"))).isEqualTo("flags");
    assertThat(names(all.firing("user-flag-added/"))).isEmpty();
    assertThat(names(all.addedBetween(ProsodyVersion.V0_12, ProsodyVersion.V13_0)))
        .contains("account_activity")
        .doesNotContain("smacks");
    assertThat(all.verdict(ProsodyVersion.V13_0, Verdict.INCOMPATIBLE, Verdict.DISPUTED).modules())
        .extracting(ModuleEntry::name)
        .contains("bookmarks2", "fast");
    assertThat(names(all.where(entry -> entry.name().equals("smacks")))).isEqualTo("smacks");
    assertThat(all.stream()).hasSize(571);
  }

  @Test
  void doesNotFindTextAcrossTwoFields() {
    assertThat(names(CATALOG.query().text("smacksResumes"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.11, tls", "0.12, smacks tls", "13.0, smacks tls", "trunk, smacks tls"})
  void selectsCompatibleModules(String version, String names) {
    ProsodyVersion parsed = ProsodyVersion.parse(version);
    assertThat(names(CATALOG.query().compatibleWith(parsed))).isEqualTo(names);
    assertThat(CATALOG.query().compatibleWith(parsed).modules())
        .allMatch(
            entry -> Compatibility.of(entry, parsed).verdict() == Compatibility.Verdict.COMPATIBLE);
  }

  @ParameterizedTest
  @CsvSource({"0.11, tls", "0.12, smacks tls", "trunk, smacks tls"})
  void selectsWhatAReleaseShips(String version, String names) {
    assertThat(names(CATALOG.query().presence(ProsodyVersion.parse(version), Presence.SHIPPED)))
        .isEqualTo(names);
  }

  @Test
  void selectsEnabledModules() {
    assertThat(names(CATALOG.query().enabledIn(Enablement.defaults())))
        .isEqualTo("smacks fast tls");
    assertThat(
            names(
                CATALOG
                    .query()
                    .enabledIn(Enablement.fromEnvironment(Map.of("PROSODY_ENABLE_BETA", "no")))))
        .isEqualTo("smacks tls");
  }

  @Test
  void narrowsStepByStepWithoutChangingTheWiderQuery() {
    ModuleQuery stream = CATALOG.query().layer(Layer.STREAM);
    ModuleQuery beta = stream.stability(Stability.BETA);
    assertThat(names(beta)).isEqualTo("fast");
    assertThat(names(stream)).isEqualTo("smacks fast");
    assertThat(names(beta.layer(Layer.STANZA))).isEmpty();
  }

  @Test
  void answersTheQuestionsOfTheGuide() {
    ModuleCatalog reference = ModuleCatalog.reference();
    assertThat(names(reference.query().implementing(XepRef.of(313)))).isEqualTo("mam");
    assertThat(
            names(
                reference
                    .query()
                    .layer(Layer.STREAM)
                    .stability(Stability.CORE, Stability.BETA)
                    .compatibleWith(ProsodyVersion.parse("0.12.3"))))
        .isEqualTo("saslauth smacks");
  }
}
