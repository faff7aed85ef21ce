package io.prosodykit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prosodykit.catalog.TargetRange;
import io.prosodykit.moduletree.ModuleTargets;
import io.prosodykit.moduletree.TargetChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionListTest {
  private final ParameterErrors mistakes = new ParameterErrors();

  private List<String> read(String... given) {
    return VersionList.read(mistakes, "prosody.version", List.of(given)).stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void readsVersionsAndTheBranchesOfRangesInTheirOrder() {
    assertThat(read("13.0", "[0.11", "0.12]")).containsExactly("13.0", "0.11", "0.12");
    assertThat(read("[0.12,13.0]", "0.11.9")).containsExactly("0.12", "13.0", "0.11.9");
  }

  @Test
  void namesAVersionOnce() {
    assertThat(read("0.12.x", "0.12", "0.12.3")).containsExactly("0.12", "0.12.3");
  }

  @Test
  void tellsAllMistakesAtOnce() {
    assertThat(read("[0.11", "soon]", "later")).isEmpty();
    assertThatThrownBy(mistakes::check)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContainingAll("2 mistakes", "soon", "later");
  }

  @ParameterizedTest
  @ValueSource(strings = {"14.0", "13.1", "[14.0,)", "[13.1,)", "[trunk,)", "(,0.8]"})
  void refusesVersionsOfWhichNothingIsKnown(String text) {
    assertThat(read("0.12", text)).containsExactly("0.12");
    assertThatThrownBy(mistakes::check)
        .hasMessageStartingWith("prosody.version: nothing is ")
        .hasMessageContaining(": choose from 0.9, 0.10, 0.11, 0.12, 13.0");
  }

  @Test
  void asksAboutTrunk() {
    assertThat(read("trunk")).containsExactly("trunk");
  }

  private TargetChoice targets(String... given) {
    return VersionList.targets(mistakes, List.of(given));
  }

  @Test
  void leavesTargetsToTheModulesUnlessTheyAreGiven() throws MojoFailureException {
    assertThat(targets()).isSameAs(TargetChoice.RECORDED);
    assertThat(targets("[0.11", "0.12]", "13.0").of(Path.of("mod_a.lua")))
        .isEqualTo(
            new ModuleTargets(
                TargetRange.parse("[0.11,13.0]"), ModuleTargets.Origin.GIVEN, Optional.empty()));
    mistakes.check();
  }

  @ParameterizedTest
  @ValueSource(strings = {"14.0", "13.1", "[14.0,)", "[13.1,)", "trunk", "[trunk,)", "soon", " "})
  void refusesTargetsOfWhichNothingIsKnown(String text) {
    targets(text);
    assertThatThrownBy(mistakes::check).hasMessageStartingWith("prosody.targets: ");
  }

  @Test
  void refusesATargetOfWhichNothingIsKnownAmongOthers() {
    targets("0.12", "trunk");
    assertThatThrownBy(mistakes::check)
        .hasMessage(
            "prosody.targets: nothing is recorded about trunk, which changes every day: choose from"
                + " 0.9, 0.10, 0.11, 0.12, 13.0");
  }

  @Test
  void wantsAtLeastOne() {
    assertThat(read(" ", "")).isEmpty();
    assertThatThrownBy(mistakes::check)
        .hasMessageContaining("-Dprosody.version=0.12.3,[0.11,13.0]");
  }
}
