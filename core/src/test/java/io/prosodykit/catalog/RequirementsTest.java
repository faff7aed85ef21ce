package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.graph.EndpointPair;
import io.prosodykit.version.ProsodyVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RequirementsTest {

  /** A catalogue from lines such as {@code a: b c}. */
  private static ModuleCatalog catalogue(String... lines) {
    List<ModuleEntry> entries = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(":", 2);
      ModuleEntryBuilder entry =
          ModuleEntry.builder(
              "our_" + parts[0],
              Layer.SERVICES,
              Stability.STABLE,
              parts[0].toUpperCase(Locale.ROOT));
      Arrays.stream(parts[1].strip().split(" "))
          .filter(name -> !name.isEmpty())
          .forEach(name -> entry.addDependency("our_" + name));
      entries.add(entry.build());
    }
    return ModuleCatalog.of(entries);
  }

  @Test
  void followsDependenciesToTheirEnd() {
    Requirements requirements =
        catalogue("top: left right", "left: base", "right: base", "base:").requirements("our_top");

    assertThat(requirements.module()).isEqualTo("our_top");
    assertThat(requirements.modules()).containsExactly("our_base", "our_left", "our_right");
    assertThat(requirements.graph().nodes()).hasSize(4);
    assertThat(requirements.graph().edges())
        .containsExactlyInAnyOrder(
            EndpointPair.ordered("our_top", "our_left"),
            EndpointPair.ordered("our_top", "our_right"),
            EndpointPair.ordered("our_left", "our_base"),
            EndpointPair.ordered("our_right", "our_base"));
    assertThat(requirements.cycles()).isEmpty();
    assertThat(requirements.unknown()).isEmpty();
  }

  @Test
  void listsWhatSeveralModulesLoad() {
    ModuleCatalog catalog = catalogue("top: left", "left: base", "base:", "other: base", "rest:");

    assertThat(catalog.loading(List.of("mod_our_other", "our_top", "ours"), ProsodyVersion.V13_0))
        .containsExactly("our_base", "our_other", "our_left", "our_top", "ours");
  }

  @Test
  void reportsCyclesAndDoesNotLoop() {
    Requirements requirements = catalogue("a: b", "b: c a", "c: b c").requirements("our_a");

    assertThat(requirements.modules()).containsExactly("our_c", "our_b");
    assertThat(requirements.cycles())
        .containsExactly(
            ImmutableList.of("our_b", "our_c", "our_b"),
            ImmutableList.of("our_c", "our_c"),
            ImmutableList.of("our_a", "our_b", "our_a"));
  }

  @Test
  void namesWhatTheCatalogueDoesNotHave() {
    Requirements requirements = catalogue("a: gone").requirements("our_a");

    assertThat(requirements.modules()).containsExactly("our_gone");
    assertThat(requirements.unknown()).containsExactly("our_gone");
  }

  @Test
  void followsAChainOfTenThousand() {
    String[] lines = new String[10_000];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "m" + i + ": " + (i + 1 < lines.length ? "m" + (i + 1) : "");
    }

    assertThat(catalogue(lines).requirements("our_m0").modules())
        .hasSize(9_999)
        .startsWith("our_m9999")
        .endsWith("our_m1");
  }

  @Test
  void readsProsodysModulesFromTheEvidence() {
    ModuleCatalog complete = ModuleCatalog.complete();

    assertThat(complete.requirements("muc_mam", ProsodyVersion.V13_0).modules()).contains("muc");
    assertThat(complete.requirements("bosh", ProsodyVersion.V0_12).modules()).contains("http");
    assertThat(complete.requirements("http_upload").modules()).contains("http");
  }

  @Test
  void namesWhatIsLoadedUnderAConditionAndDoesNotFollowIt() {
    Requirements requirements =
        ModuleCatalog.complete().requirements("register", ProsodyVersion.V0_12);

    assertThat(requirements.conditional()).containsExactly("register_ibr", "watchregistrations");
    assertThat(requirements.modules()).containsExactly("user_account_management");
  }

  @Test
  void tellsPointReleasesApart() {
    ModuleCatalog complete = ModuleCatalog.complete();
    ProsodyVersion old = ProsodyVersion.parse("13.0.1");
    ProsodyVersion fresh = ProsodyVersion.parse("13.0.6");

    assertThat(complete.requirements("bosh", old).modules()).contains("http").doesNotContain("c2s");
    assertThat(complete.requirements("bosh", fresh).modules()).contains("http", "c2s");
    assertThat(complete.requirements("mam", fresh).conditional()).containsExactly("muc_mam");
    assertThat(complete.requirements("http_upload", ProsodyVersion.parse("0.11.3")).modules())
        .contains("http");
  }

  @Test
  void followsEveryModuleOnEveryBranch() {
    ModuleCatalog complete = ModuleCatalog.complete();
    for (ModuleEntry entry : complete.modules()) {
      for (ProsodyVersion branch : ProsodyVersion.BRANCHES) {
        Requirements requirements = complete.requirements(entry.name(), branch);
        // mod_invites names itself in its own command
        assertThat(requirements.cycles())
            .as(entry.name())
            .isSubsetOf(ImmutableList.of(ImmutableList.of("invites", "invites")));
        assertThat(requirements.modules()).doesNotContain(entry.name());
      }
    }
  }

  @Test
  void nothingIsKnownForAVersionThatIsNotRecorded() {
    ProsodyVersion version = ProsodyVersion.parse("14.0");

    Requirements requirements = ModuleCatalog.complete().requirements("muc_mam", version);

    assertThat(requirements.unknown()).containsExactly("muc_mam");
    assertThat(requirements.modules()).isEmpty();
    assertThat(requirements)
        .hasToString("nothing is recorded about what muc_mam needs on that version");
    assertThat(catalogue("top: base", "base:").requirements("our_top", version).unknown())
        .containsExactly("our_top", "our_base");
  }

  @Test
  void refusesAnUnknownModule() {
    assertThatExceptionOfType(UnknownModuleException.class)
        .isThrownBy(() -> ModuleCatalog.complete().requirements("muc_man"))
        .withMessageContaining("muc_mam");
  }
}
