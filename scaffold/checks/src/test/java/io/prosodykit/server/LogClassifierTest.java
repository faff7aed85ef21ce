package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.moduletree.ModuleTargets;
import io.prosodykit.server.LogEntry.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogClassifierTest {
  private static final Path MAIN = Path.of("/home/me/src/main/prosody/mod_greet/mod_greet.lua");
  private static final LogClassifier CLASSIFIER =
      new LogClassifier(
          List.of(
              new ModuleUnderTest(
                  "greet",
                  ImmutableSet.of(MAIN),
                  ImmutableList.of(),
                  ImmutableSet.of("greet_text"),
                  ModuleUnderTest.Place.HOST,
                  ImmutableSet.of(),
                  new ModuleTargets(
                      TargetRange.maintained(), ModuleTargets.Origin.ASSUMED, Optional.empty()))));

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void acceptsAnyMessage() {
    assertThat(classify("greet", "x".repeat(500_000))).isPresent();
    assertThat(classify("greet", "x.lua:99999999999999999999").orElseThrow().places()).isEmpty();
    assertThat(classify("c2s1", "a.lua:1b.lua:2" + MAIN + ":7")).isPresent();
  }

  private static Optional<Complaint> classify(String source, String message) {
    return CLASSIFIER.classify(new LogEntry("2026-11-23T05:55:11", source, Level.WARN, message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          localhost:greet | anything
          rooms.localhost:greet | anything
          mod_greet | anything
          greet | a logger of its own
          modulemanager | Error initializing module 'greet' on 'localhost': oh
          modulemanager | Unable to load required module, mod_greet: oh
          config | The option greet_text is deprecated
          c2s1 | Traceback: /home/me/src/main/prosody/mod_greet/mod_greet.lua:7: oh
          c2s1 | Traceback: ...me/src/main/prosody/mod_greet/mod_greet.lua:7: oh
          """)
  void blamesTheModule(String source, String message) {
    assertThat(classify(source, message).orElseThrow().modules()).containsExactly("greet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          localhost:greeter | anything
          mod_greeter | anything
          localhost:regreet | anything
          modulemanager | Error initializing module 'greeter' on 'localhost': oh
          modulemanager | mod_greet_more is missing
          config | The option greet_texts is deprecated
          c2s1 | I greet you
          c2s1 | Traceback: ...usr/lib/prosody/modules/mod_greet.lua:7: oh
          c2s1 | Traceback: /usr/mod_greet/mod_greet.lua:7: oh
          """)
  void ignoresOtherModules(String source, String message) {
    assertThat(classify(source, message)).isEmpty();
  }

  @Test
  void ignoresWhatIsNotAComplaint() {
    assertThat(CLASSIFIER.classify(new LogEntry("", "localhost:greet", Level.INFO, "hi")))
        .isEmpty();
  }

  @Test
  void namesTheLines() {
    Complaint complaint =
        classify(
                "c2s1",
                "x: .../mod_greet/mod_greet.lua:7: oh\n\t.../mod_greet/mod_greet.lua:9: in f")
            .orElseThrow();

    assertThat(complaint.places())
        .containsExactly(new SourceLine(MAIN, 7), new SourceLine(MAIN, 9));
    assertThat(complaint)
        .hasToString(
            """
            mod_greet: a warning in the log
              at %1$s:7
                2026-11-23T05:55:11 c2s1 warn x: .../mod_greet/mod_greet.lua:7: oh
                \t.../mod_greet/mod_greet.lua:9: in f
            """
                .formatted(MAIN));
  }
}
