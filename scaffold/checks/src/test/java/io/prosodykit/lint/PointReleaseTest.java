package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets that name releases, and not only branches. */
final class PointReleaseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // a branch has what one of its releases has
        "0.11 | require 'util.gc' | ``",
        "[0.11,) | require 'util.gc' | ``",
        "13.0 | require 'util.tlsref' | ``",
        "[0.11.7,) | require 'util.gc' | ``",
        "0.11.9 | require 'util.gc' | ``",
        "[0.11.3,) | require 'util.gc' | util.gc is not in Prosody 0.11 before 0.11.7",
        "[0.11.3,0.11.9] | require 'util.gc' | util.gc is not in Prosody 0.11 before 0.11.7",
        "[0.11.3,) | if pcall(require, 'util.gc') then require 'util.gc' end | ``",
        "[0.11.3,) | require 'util.jid' module:hook('x', f) | ``",
        "[0.11.3,) | require 'prosody.util.gc' | prosody.util.gc is not in Prosody 0.11 and 0.12",
        "0.12,[13.0.1,) | require 'util.tlsref' | util.tlsref is not in Prosody 0.12 and 13.0 before 13.0.7",
        "13.0.6 | require 'prosody.util.tlsref' | prosody.util.tlsref is not in Prosody 13.0 before 13.0.7",
        "[13.0.7,) | require 'util.tlsref' | ``",
      })
  void judgesByTheReleasesOfTheTargets(
      String targets, String source, String message, @TempDir Path folder) throws IOException {
    assertThat(Modules.lint(folder, targets, source).findings())
        .filteredOn(finding -> finding.rule() == LintRule.LIBRARY_MISSING_IN_TARGET)
        .extracting(Finding::message)
        .isEqualTo(message.isEmpty() ? List.of() : List.of(message));
  }
}
