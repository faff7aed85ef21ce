package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Plans, writes, and checks that the result matches the plan. */
final class PlannedWrite {
  private PlannedWrite() {}

  static WriteReport of(
      TreeWriter writer, Path root, ImmutableSortedMap<String, String> files, OnConflict onConflict)
      throws IOException {
    Map<String, String> before = Tree.everything(root);
    WriteReport planned = null;
    Exception refused = null;
    try {
      planned = writer.plan(files, onConflict);
    } catch (IOException | RuntimeException e) {
      refused = e;
    }
    assertThat(Tree.everything(root)).isEqualTo(before);
    try {
      WriteReport report = writer.write(files, onConflict);
      assertThat(report).isEqualTo(planned);
      return report;
    } catch (IOException | RuntimeException e) {
      assertThat(e).hasSameClassAs(refused);
      throw e;
    }
  }
}
