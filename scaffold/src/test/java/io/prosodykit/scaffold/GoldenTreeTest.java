package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the scaffolds of {@link Examples} against whole trees of files in {@code
 * src/test/resources/golden}.
 *
 * <p>{@code -Dprosodykit.rewriteGolden=true} writes these trees anew. Such a run fails, so that no
 * build passes by agreeing with itself; look at the changes, then run again without.
 */
class GoldenTreeTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static Set<String> names() {
    return Examples.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void equalsGoldenTree(String name) throws IOException {
    Scaffold scaffold = Scaffold.of(Examples.named(name));
    Path tree = GOLDEN.resolve(name);
    if (Boolean.getBoolean("prosodykit.rewriteGolden")) {
      rewrite(tree, scaffold);
      fail("wrote " + tree + "; run again without -Dprosodykit.rewriteGolden");
    }
    assertThat(scaffold.files()).isEqualTo(Tree.texts(tree));
  }

  private static void rewrite(Path tree, Scaffold scaffold) throws IOException {
    if (Files.exists(tree)) {
      new Disk().deleteTree(tree);
    }
    Tree.write(tree, scaffold.files());
  }

  @Test
  void hasNoGoldenTreeWithoutExample() throws IOException {
    try (Stream<Path> trees = Files.list(GOLDEN)) {
      assertThat(trees.map(tree -> tree.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names());
    }
  }

  @Test
  void hasExampleOfEveryRecipe() {
    assertThat(Examples.all().values().stream().map(ModuleSpec::recipe).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(Recipe.values()));
  }
}
