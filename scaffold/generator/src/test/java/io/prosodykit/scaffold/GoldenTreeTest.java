package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import io.prosodykit.record.RecordFields;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the scaffolds of {@link Examples} with whole trees of files in {@code
 * src/test/resources/golden}. The test double is there only once, in {@code every-module}, because
 * all modules have the same.
 *
 * <p>{@code -Dprosodykit.rewriteGolden=true} rewrites these trees. Such a run fails, so that no
 * build passes by agreeing with itself. Review the changes, then run again without the property.
 */
class GoldenTreeTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path EVERY_MODULE = GOLDEN.resolve("every-module");
  private static final Pattern DOUBLE =
      Pattern.compile("spec/support/(libraries|module_api|options|prosody|stanza)\\.lua");

  static Set<String> names() {
    return Examples.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void equalsGoldenTree(String name) throws IOException {
    Scaffold scaffold = Scaffold.of(Examples.named(name));
    String folder = "mod_" + scaffold.spec().name() + "/";
    Path tree = GOLDEN.resolve(name);
    if (Boolean.getBoolean("prosodykit.rewriteGolden")) {
      rewrite(tree, folder, scaffold.files());
      fail("wrote " + tree + "; run again without -Dprosodykit.rewriteGolden");
    }
    ImmutableSortedMap.Builder<String, String> golden = ImmutableSortedMap.naturalOrder();
    golden.putAll(Tree.texts(tree));
    Tree.texts(EVERY_MODULE).forEach((path, text) -> golden.put(folder + path, text));

    // the record contains the other files once more
    assertThat(Maps.filterKeys(scaffold.files(), path -> !path.endsWith(RecordFields.FILE)))
        .isEqualTo(golden.buildOrThrow());
  }

  private static void rewrite(Path tree, String folder, Map<String, String> files)
      throws IOException {
    for (Path old : List.of(tree, EVERY_MODULE)) {
      if (Files.exists(old)) {
        new Disk().deleteTree(old);
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      String path = file.getKey().substring(folder.length());
      if (path.equals(RecordFields.FILE)) {
        continue;
      }
      Tree.write(
          DOUBLE.matcher(path).matches() ? EVERY_MODULE : tree.resolve(folder),
          Map.of(path, file.getValue()));
    }
  }

  @Test
  void hasNoGoldenTreeWithoutExample() throws IOException {
    try (Stream<Path> trees = Files.list(GOLDEN)) {
      assertThat(trees.filter(tree -> !tree.equals(EVERY_MODULE)))
          .extracting(tree -> tree.getFileName().toString())
          .containsExactlyInAnyOrderElementsOf(names());
    }
  }

  @Test
  void hasExampleForEveryRecipe() {
    assertThat(Examples.all().values().stream().map(ModuleSpec::recipe).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(Recipe.all());
  }
}
