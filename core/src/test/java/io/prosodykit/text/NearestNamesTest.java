package io.prosodykit.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {
  private static final List<String> NAMES =
      ModuleCatalog.reference().modules().stream().map(ModuleEntry::name).toList();

  @ParameterizedTest
  @CsvSource({
    "smack, smacks",
    "smakcs, smacks",
    "SMACKS, smacks",
    "rooster, roster",
    "carbon, carbons",
    "vcard, 'vcard4,vcard_legacy'",
    "http_file, 'http_files,http_file_share'",
    "websockets, websocket",
    "bar, ''",
    "man, mam",
    "xyzzyplugh, ''",
    "'', ''",
  })
  void findsSimilarNames(String wanted, String nearest) {
    assertThat(String.join(",", NearestNames.of(wanted, NAMES))).isEqualTo(nearest);
  }

  @Test
  void namesAtMostThreeTheMostSimilarFirst() {
    assertThat(NearestNames.of("abcdef", List.of("abcdxy", "abcdex", "abcdez", "abcdef", "abcdey")))
        .containsExactly("abcdef", "abcdex", "abcdey");
  }

  @Test
  void comparesOnlyNamesOfPossibleLength() {
    assertThat(NearestNames.of("a".repeat(100), List.of("a".repeat(99)))).hasSize(1);
    assertThat(NearestNames.of("a".repeat(101), List.of("a".repeat(100)))).isEmpty();
    assertThat(NearestNames.of("m".repeat(16 << 20), NAMES)).isEmpty();
  }

  @Test
  void suggestsNames() {
    assertThat(NearestNames.suggestion("module", NearestNames.of("xyzzyplugh", NAMES))).isEmpty();
    assertThat(NearestNames.suggestion("module", NearestNames.of("smack", NAMES)))
        .isEqualTo(": a module with a similar name exists: \"smacks\"");
    assertThat(NearestNames.suggestion("module", NearestNames.of("vcard", NAMES)))
        .isEqualTo(": similar names exist: \"vcard4\", \"vcard_legacy\"");
  }

  @Property
  void alwaysFindsTheNameItselfFirst(@ForAll String noise) {
    List<String> candidates = Stream.concat(Stream.of("smacks"), Stream.of(noise)).toList();
    assertThat(NearestNames.of("smacks", candidates)).contains("smacks");
  }

  @Property
  void suggestsOnlyCandidates(@ForAll String wanted) {
    assertThat(NAMES).containsAll(NearestNames.of(wanted, NAMES));
  }

  @Test
  void looksThroughManyCandidates() {
    List<String> many = IntStream.range(0, 100_000).mapToObj(i -> "module_" + i).toList();
    assertThat(NearestNames.of("modul_99999", many)).first().isEqualTo("module_99999");
  }
}
