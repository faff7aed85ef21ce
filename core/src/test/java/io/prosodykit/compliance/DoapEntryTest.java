package io.prosodykit.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.specification.SpecRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DoapEntryTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          XEP-0198, 0.11,    false
          XEP-0198, 0.11.13, false
          XEP-0198, 0.12,    true
          XEP-0198, 0.12.0,  true
          XEP-0198, 0.12.3,  true
          XEP-0198, trunk,   true
          XEP-0353, 0.11.5,  false
          XEP-0353, 0.11.6,  true
          XEP-0353, 0.11,    true
          XEP-0185, 0.9.9,   false
          XEP-0185, 0.9.10,  true
          XEP-0090, 0.12.5,  true
          XEP-0090, 0.12,    true
          XEP-0090, 13.0,    false
          XEP-0090, 13.0.0,  false
          XEP-0009, 0.6.9,   true
          XEP-0009, 0.9,     false
          XEP-0115, 0.13,    true
          XEP-0084, 0.9,     true
          RFC 6120, 0.9,     true
          """)
  void statementIsInForceFromItsFirstReleaseToItsLast(
      String specification, String version, boolean inForce) {
    DoapEntry statement = DoapEntry.find(SpecRef.parse(specification)).orElseThrow();

    assertThat(statement.isInForce(ProsodyVersion.parse(version))).isEqualTo(inForce);
  }

  @Test
  void printsOneLine() {
    assertThat(DoapEntry.find(XepRef.of(90)).orElseThrow())
        .hasToString("XEP-0090 1.2: removed, since 0.1.0, until 13.0.0");
  }
}
