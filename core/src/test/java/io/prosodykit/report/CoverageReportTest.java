package io.prosodykit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.compliance.ComplianceSuite.Category;
import io.prosodykit.compliance.ComplianceSuite.Role;
import io.prosodykit.compliance.Coverage;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageReportTest {

  @Test
  void showsTheSuitesThenTheSpecificationsThenWhatDoesNotCount() {
    assertThat(report(Role.SERVER, Category.WEB, "bosh", "fast", "no\u001bne").toText())
        .isEqualTo(
            """
            XMPP Compliance Suites 2023 (XEP-0479) on Prosody 13.0, for servers

            SUITE  LEVEL           FEATURE                    VERDICT  MODULES
            web    core, advanced  Web Connection Mechanisms  missing  XEP-0206 (partial): bosh
                                                                       RFC 7395 is missing; add websocket

            SUITE  LEVEL     COVERED
            web    core      0 of 1
            web    advanced  0 of 1

            SPECIFICATION  STATUS   SINCE  TITLE      MODULES
            XEP-0206       partial  0.2.0  XMPP Over BOSH  bosh

            not known, and not counted: no\\u001Bne
            not available for this version, and not counted: fast

            Suggestion:

            enable  websocket

            STATUS is what Prosody 13.0 states of itself, and SINCE its first release that had the specification.
            MODULES are named by Prosody's statement, its sources or the catalogue; any one of them is enough.
            """
                .replace("TITLE      MODULES", "TITLE           MODULES"));
  }

  @Test
  void suggestsModulesComponentsAndOptions() {
    CoverageReport report = report(Role.SERVER, Category.IM, "vcard", "vcard_legacy", "muc", "pep");

    assertThat(report.toText())
        .contains(
            """

            Suggestion:

            enable  roster
                    carbons
            """,
            """
            add     Component "HOST" "muc" with muc_mam
            remove  vcard, which conflicts with vcard_legacy
            """);
    assertThat(report.toMarkdown())
        .contains(
            """

            | to do | what |
            | --- | --- |
            | enable | roster |
            """);
  }

  @Test
  void addsComponentsAsComponents() {
    assertThat(report(Role.SERVER, Category.IM, "roster").toText())
        .contains("XEP-0045 is missing; add Component \"HOST\" \"muc\"\n");
  }

  @Test
  void saysWhichOptionsModulesNeed() {
    assertThat(report(Role.SERVER, Category.AV, "turn_external").toText())
        .contains("turn_external does not work without turn_external_secret\n");
  }

  @Test
  void saysPlainlyThatRowsAreForClients() {
    assertThat(report(Role.CLIENT, Category.WEB, "bosh").toText())
        .startsWith(
            """
            XMPP Compliance Suites 2023 (XEP-0479) on Prosody 13.0, for clients
            This is what a client has to implement. Modules of a server cannot do that; SERVER shows what
            the server contributes.

            SUITE  LEVEL           FEATURE                         DEMAND        SERVER
            web    core, advanced  Web Connection Mechanisms       one-required  RFC 7395, XEP-0206
                                                                                 XEP-0206 (partial): bosh
            web    core, advanced  Connection Mechanism Discovery  required      XEP-0156

            SPECIFICATION""");
  }

  @Test
  void explainsWhatIsMissingAndWhatToAdd() {
    assertThat(report(Role.SERVER, Category.AV, "smacks").failure())
        .hasValue(
            """
            1 feature of XEP-0479 is missing:
              av (core, advanced): STUN/TURN server discovery
                XEP-0215 is missing; add external_services\
            """);
  }

  @Test
  void hasNoFailureIfNothingIsMissing() {
    assertThat(report(Role.SERVER, Category.AV, "external_services").failure()).isEmpty();
  }

  @Test
  void hasARecordForEachCell() {
    assertThat(report(Role.SERVER, Category.AV, "external_services").toRecords())
        .extracting(record -> String.join(",", record))
        .startsWith("category,feature,role,level,verdict,implemented,missing,add")
        .contains(
            "av,Call Setup,server,core,not-applicable,,,",
            "av,STUN/TURN server discovery,server,core,covered,XEP-0215: external_services,,");
  }

  @Test
  void writesTheRecordsAsMarkdown() {
    assertThat(report(Role.SERVER, Category.AV, "external_services").toMarkdown())
        .startsWith(
            "| category | feature | role | level | verdict | implemented | missing | add |\n")
        .contains("\n| av | Call Setup | server | core | not-applicable |  |  |  |\n")
        .contains("| covered | XEP-0215\\: external_services |");
  }

  private static CoverageReport report(Role role, Category category, String... modules) {
    Coverage coverage =
        Coverage.of(ModuleCatalog.reference(), ProsodyVersion.V13_0, List.of(modules))
            .selectFeatures(cell -> cell.role() == role && cell.feature().category() == category);
    return CoverageReport.of(
        coverage.selectSpecifications(
            implementation -> implementation.specification().equals(XepRef.of(206))),
        role);
  }
}
