package io.prosodykit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class VersionListTest {
  private final Mistakes mistakes = new Mistakes();

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

  @Test
  void wantsAtLeastOne() {
    assertThat(read(" ", "")).isEmpty();
    assertThatThrownBy(mistakes::check)
        .hasMessageContaining("-Dprosody.version=0.12.3,[0.11,13.0]");
  }
}
