package io.prosodykit.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Bytes;
import io.prosodykit.problem.DocumentException;
import io.prosodykit.problem.DocumentProblem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any input is either a catalogue or refused with everything that is wrong with it. */
final class BadCatalogPropertyTest {
  private static final String VALID =
      """
      {"formatVersion": 1, "modules": [
        {"name": "smacks", "layer": "02-stream", "stability": "core",
         "purpose": "Stream management, für 😀", "specifications": ["XEP-0198", "RFC 6120"]},
        {"name": "tls", "layer": "01-transport", "stability": "official", "purpose": "\\ud83d\\ude00"}
      ]}
      """;

  @Property
  void bytesAreACatalogueOrRefused(@ForAll byte[] bytes) {
    assertReadOrRefused(bytes);
  }

  @Property(tries = 5_000)
  void aMutatedCatalogueIsACatalogueOrRefused(@ForAll("mutated") byte[] bytes) {
    assertReadOrRefused(bytes);
  }

  @Property
  void textIsACatalogueOrRefused(@ForAll String text) {
    try {
      assertWritable(ModuleCatalog.parse(text));
    } catch (DocumentException e) {
      assertTellsWhere(e);
    }
  }

  @Provide
  Arbitrary<byte[]> mutated() {
    return mutation()
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(
            mutations -> {
              byte[] bytes = VALID.getBytes(UTF_8);
              for (Mutation mutation : mutations) {
                bytes = mutation.of(bytes);
              }
              return bytes;
            });
  }

  private static Arbitrary<Mutation> mutation() {
    Arbitrary<byte[]> pieces =
        Arbitraries.of(
                "",
                "\"",
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\\",
                "\\ud800",
                "null",
                "1",
                "-",
                "\n",
                "\r",
                "\u0000",
                "\uFEFF",
                "\u2028",
                "\"name\": \"a\",",
                "{},",
                "mod_",
                "XEP-0001")
            .map(text -> text.getBytes(UTF_8));
    Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(0, 12),
            Arbitraries.oneOf(pieces, bytes))
        .as(
            (place, removed, inserted) ->
                new Mutation(place, removed, ImmutableList.copyOf(Bytes.asList(inserted))));
  }

  /** Replaces some bytes. */
  private record Mutation(double place, int removed, ImmutableList<Byte> inserted) {
    byte[] of(byte[] bytes) {
      int from = (int) (place * bytes.length);
      int to = Math.min(bytes.length, from + removed);
      return Bytes.concat(
          Arrays.copyOf(bytes, from),
          Bytes.toArray(inserted),
          Arrays.copyOfRange(bytes, to, bytes.length));
    }
  }

  private static void assertReadOrRefused(byte[] bytes) {
    try {
      assertWritable(ModuleCatalog.parse("bytes", bytes));
    } catch (DocumentException e) {
      assertTellsWhere(e);
    }
  }

  private static void assertWritable(ModuleCatalog catalog) {
    assertThat(ModuleCatalog.parse(catalog.toJson())).isEqualTo(catalog);
  }

  private static void assertTellsWhere(DocumentException e) {
    List<DocumentProblem> problems = e.problems();
    assertThat(problems)
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(DocumentException.MAX_PROBLEMS)
        .isSortedAccordingTo(
            Comparator.comparingInt(DocumentProblem::line)
                .thenComparingInt(DocumentProblem::column))
        .allSatisfy(
            problem -> {
              assertThat(problem.line()).isPositive();
              assertThat(problem.column()).isPositive();
              assertThat(problem.message()).isNotBlank();
              assertThat(problem.toString())
                  .hasSizeLessThan(600)
                  .doesNotContainPattern("\\p{Cc}|\\p{Cf}|\\R");
            });
    assertThat(String.valueOf(e.getMessage()).lines())
        .hasSize(1 + problems.size() + (e.omitted() > 0 ? 1 : 0));
  }
}
