package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogDiffTest {
  private static final ModuleEntry ROSTER =
      ModuleEntry.builder("roster", Layer.SERVICES, Stability.CORE, "Contacts").build();
  private static final ModuleEntry OURS =
      ModuleEntry.builder("ours", Layer.SERVICES, Stability.ALPHA, "Ours").build();
  private static final ModuleEntry THEIRS =
      ModuleEntry.builder("theirs", Layer.SERVICES, Stability.ALPHA, "Theirs").build();

  private static CatalogDiff between(List<ModuleEntry> before, List<ModuleEntry> after) {
    return ModuleCatalog.of(before).diff(ModuleCatalog.of(after));
  }

  @Test
  void findsNothingWhereOnlyTheOrderDiffers() {
    assertThat(between(List.of(OURS, ROSTER), List.of(ROSTER, OURS)).isEmpty()).isTrue();
  }

  @Test
  void findsWhatOneCatalogueLacks() {
    CatalogDiff diff = between(List.of(ROSTER, OURS), List.of(THEIRS, ROSTER));

    assertThat(diff.added()).containsExactly(THEIRS);
    assertThat(diff.removed()).containsExactly(OURS);
    assertThat(diff.changed()).isEmpty();
    assertThat(diff.isEmpty()).isFalse();
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change(EntryChange.Field.LAYER, Layer.STREAM, ROSTER.stability(), ROSTER.purpose()),
        change(EntryChange.Field.STABILITY, ROSTER.layer(), Stability.BETA, ROSTER.purpose()),
        change(EntryChange.Field.PURPOSE, ROSTER.layer(), ROSTER.stability(), "Friends"),
        Arguments.of(
            ROSTER.toBuilder().addSpecification(XepRef.of(237)).build(),
            EntryChange.Field.SPECIFICATIONS),
        Arguments.of(
            ROSTER.toBuilder().addDependency("ours").build(), EntryChange.Field.DEPENDENCIES));
  }

  private static Arguments change(
      EntryChange.Field field, Layer layer, Stability stability, String purpose) {
    return Arguments.of(ModuleEntry.builder("roster", layer, stability, purpose).build(), field);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void namesTheFieldThatDiffers(ModuleEntry changed, EntryChange.Field field) {
    CatalogDiff diff = between(List.of(ROSTER, OURS), List.of(OURS, changed));

    assertThat(diff.added()).isEmpty();
    assertThat(diff.removed()).isEmpty();
    assertThat(diff.changed())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.module()).isEqualTo("roster");
              assertThat(change.before()).isEqualTo(ROSTER);
              assertThat(change.after()).isEqualTo(changed);
              assertThat(change.fields()).containsExactly(field);
            });
  }

  @Test
  void seesWhatIsKnownBesides() {
    Knowledge knowledge =
        Knowledge.builder()
            .version("ours 1")
            .asOf(LocalDate.of(2027, 3, 1))
            .replace(Evidence.builder("roster").ships(ProsodyVersion.V13_0).build())
            .build();

    CatalogDiff diff =
        ModuleCatalog.of(List.of(ROSTER, OURS))
            .diff(ModuleCatalog.of(List.of(ROSTER, OURS), knowledge));

    assertThat(diff.changed())
        .singleElement()
        .satisfies(
            change -> assertThat(change.fields()).containsExactly(EntryChange.Field.EVIDENCE));
  }
}
