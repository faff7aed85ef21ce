package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.evidence.TargetRange;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Modules that are for different releases, in real servers. */
@Tag("external")
class OwnTargetsTest extends ModulesInAServer {
  private void writeModules() throws Exception {
    module("all", "module:log(\"info\", \"ready\");");
    module("new", "module:default_permission(\"prosody:admin\", \":greet\");");
    Records.write(folder.resolve("mod_all"), "[0.11,13.0]");
    Records.write(folder.resolve("mod_new"), "13.0");
  }

  @Test
  void omitsModulesThatAreForOtherReleasesAndSaysSo() throws Exception {
    writeModules();

    VerifyReport report = run(verification(), "0.11");

    assertThat(report.passed()).as(report.toString()).isTrue();
    assertThat(report.modules()).containsExactly("all");
    assertThat(report.omitted())
        .containsExactly(new OmittedModule("new", TargetRange.parse("13.0")));
    assertThat(report.toString())
        .startsWith("Prosody 0.11.")
        .endsWith(": 1 module, no complaint\n  mod_new is omitted: it is for Prosody 13.0.x\n");
  }

  @Test
  void doesNotPassWithoutAModuleLeft() throws Exception {
    writeModules();

    VerifyReport report =
        run(verification().targets(TargetChoice.given(TargetRange.parse("[0.12,13.0]"))), "0.11");

    assertThat(report.passed()).isFalse();
    assertThat(report.modules()).isEmpty();
    assertThat(report.omitted()).hasSize(2);
    assertThat(report.toString())
        .contains(": not verified, because no module is for this release\n");
  }

  @Test
  void runsModulesWithoutTargets() throws Exception {
    module("plain", "module:log(\"info\", \"ready\");");
    write("mod_plain/.prosodykit.json", "{");
    ServerVerification verification = verification().build();

    assertThat(verification.remarks())
        .singleElement()
        .asString()
        .endsWith("; the module runs in every Prosody");
    assertThat(run(verification(), "0.11").modules()).containsExactly("plain");
  }
}
