package io.prosodykit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multiset;
import com.google.common.collect.TreeMultiset;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts facts by kind and source, so that a loss shows. */
class FactCountTest {
  private static ImmutableMap<String, List<? extends Sourced<?>>> kinds(Evidence evidence) {
    ModuleBehaviour behaviour = evidence.behaviour();
    return ImmutableMap.<String, List<? extends Sourced<?>>>builder()
        .put("dependencies", evidence.dependencies())
        .put("options", evidence.options())
        .put("provides", evidence.provides())
        .put("specifications", evidence.specifications())
        .put("libraries", evidence.libraries())
        .put("events", behaviour.events())
        .put("fires", behaviour.fires())
        .put("features", behaviour.features())
        .put("hints", behaviour.hints())
        .put("items", behaviour.items())
        .put("scopes", behaviour.scopes())
        .buildOrThrow();
  }

  @Test
  void noFactIsLost() {
    Multiset<String> counts = TreeMultiset.create();
    for (ModuleEntry entry : ModuleCatalog.complete().modules()) {
      entry
          .evidence()
          .ifPresent(
              evidence ->
                  kinds(evidence)
                      .forEach(
                          (kind, facts) ->
                              facts.stream()
                                  .flatMap(fact -> fact.sources().stream())
                                  .forEach(source -> counts.add(source.id() + " " + kind))));
    }
    StringBuilder table = new StringBuilder();
    for (Source source : Knowledge.builtIn().sources()) {
      table.append(source.id()).append(':');
      kinds(Evidence.builder("none").build())
          .keySet()
          .forEach(kind -> table.append(' ').append(counts.count(source.id() + " " + kind)));
      table.append('\n');
    }

    // dependencies options provides specifications libraries events fires features hints items
    // scopes
    assertThat(table.toString())
        .isEqualTo(
            """
            0.9.13: 4 108 19 0 193 150 36 19 0 0 10
            0.9.14: 4 106 20 0 183 0 0 0 0 0 0
            2017-09: 83 318 71 22 783 494 0 45 0 0 45
            0.10.0: 12 140 22 4 242 173 53 24 0 0 15
            0.10.2: 11 142 22 4 245 174 54 24 0 0 17
            0.10.3: 11 135 23 0 238 0 0 0 0 0 0
            2018-11: 106 353 83 22 921 547 0 41 0 0 55
            0.11.0: 22 170 24 6 293 211 80 26 0 22 17
            0.11.1: 22 170 24 6 293 211 80 26 0 22 17
            0.11.2: 22 170 24 6 293 211 80 26 0 22 17
            0.11.3: 22 175 24 6 298 212 80 26 0 22 17
            0.11.4: 22 175 24 6 298 210 80 26 0 22 17
            0.11.5: 22 175 24 6 298 210 80 26 0 22 17
            0.11.6: 22 176 24 6 300 210 81 26 0 22 17
            0.11.7: 22 181 24 6 301 210 81 26 0 22 17
            0.11.8: 22 181 24 6 301 210 81 26 0 22 17
            0.11.9: 22 184 24 6 303 210 80 26 0 22 17
            0.11.10: 22 184 24 6 303 210 80 26 0 22 17
            0.11.11: 22 186 24 6 304 211 80 26 0 22 17
            0.11.12: 22 186 24 6 304 211 80 26 0 22 17
            0.11.13: 22 186 24 6 304 211 80 26 0 22 17
            0.11.14: 22 186 24 6 304 211 80 26 0 22 17
            2021-01: 60 151 31 11 302 199 25 18 0 25 4
            2022-03: 203 521 109 27 1291 718 0 50 1 0 67
            0.12.0: 33 257 26 9 412 291 118 29 0 26 21
            0.12.1: 33 260 26 9 413 291 118 29 0 26 21
            0.12.2: 33 261 26 9 413 291 118 29 0 26 21
            0.12.3: 33 267 26 9 414 292 119 29 0 26 21
            0.12.4: 33 263 26 9 414 291 120 29 0 26 21
            0.12.5: 33 264 26 9 414 291 120 29 0 26 21
            2023-02: 65 151 31 10 328 202 19 18 0 26 3
            2024-01: 219 559 114 90 1386 0 0 0 0 0 0
            2025-03: 224 603 115 24 1431 753 0 47 5 0 74
            13.0.0: 40 306 27 11 457 315 133 28 0 27 23
            13.0.1: 40 307 27 11 458 315 133 28 0 27 23
            13.0.6: 42 314 27 11 465 316 134 28 1 27 23
            13.0.7: 42 314 27 11 465 316 134 28 1 27 23
            2025-04: 90 213 36 10 431 231 28 20 0 32 5
            2025-10: 219 623 117 24 1440 762 0 48 4 0 76
            2026-07: 86 230 37 10 462 241 28 20 0 33 5
            """);
  }
}
