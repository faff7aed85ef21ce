package io.prosodykit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionListTest {
  private static List<String> read(String text) {
    return VersionList.parse(text, Knowledge.builtIn()).stream().map(Object::toString).toList();
  }

  @Test
  void readsVersionsAndTheBranchesOfRangesInTheirOrder() {
    assertThat(read("13.0,[0.11,0.12]")).containsExactly("13.0", "0.11", "0.12");
    assertThat(read("[0.12,13.0], 0.11.9")).containsExactly("0.12", "13.0", "0.11.9");
  }

  @Test
  void aRangeWithoutAnEndContainsTrunk() {
    assertThat(read("[0.12,)")).containsExactly("0.12", "13.0", "trunk");
  }

  @Test
  void namesAVersionOnce() {
    assertThat(read("0.12.x,0.12,0.12.3")).containsExactly("0.12", "0.12.3");
  }

  @Test
  void skipsBlankParts() {
    assertThat(read(" ,0.12,,")).containsExactly("0.12");
  }

  @Test
  void reportsAllProblemsAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VersionList.parse("[0.11,soon],0.12,later", Knowledge.builtIn()))
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(2))
        .withMessageMatching("(?s).*soon.*\n.*later.*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"14.0", "13.1", "[14.0,)", "[13.1,)", "[trunk,)", "(,0.8]"})
  void rejectsVersionsOfWhichNothingIsKnown(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VersionList.parse("0.12," + text, Knowledge.builtIn()))
        .withMessageStartingWith("nothing is ")
        .withMessageContaining(": choose from 0.9, 0.10, 0.11, 0.12, 13.0");
  }

  @Test
  void readsTrunk() {
    assertThat(read("trunk")).containsExactly("trunk");
  }

  @Test
  void readsTargetsAsOneRange() {
    assertThat(VersionList.parseTargets("[0.11,0.12],13.0", Knowledge.builtIn()))
        .isEqualTo(TargetRange.parse("[0.11,13.0]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"14.0", "13.1", "[14.0,)", "[13.1,)", "trunk", "[trunk,)", "soon", " "})
  void rejectsTargetsOfWhichNothingIsKnown(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VersionList.parseTargets(text, Knowledge.builtIn()));
  }

  @Test
  void rejectsATargetOfWhichNothingIsKnownAmongOthers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VersionList.parseTargets("0.12,trunk", Knowledge.builtIn()))
        .withMessage(
            "nothing is recorded about trunk, which changes every day: choose from"
                + " 0.9, 0.10, 0.11, 0.12, 13.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " ,"})
  void wantsAtLeastOne(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VersionList.parse(text, Knowledge.builtIn()))
        .withMessage("there is no version; an example is 0.12.3,[0.11,13.0]");
  }
}
