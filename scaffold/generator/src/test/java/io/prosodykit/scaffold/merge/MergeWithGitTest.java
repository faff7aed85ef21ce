package io.prosodykit.scaffold.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.testing.Programs;
import io.prosodykit.testing.RequiresProgram;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** If texts can be compared in only one way, a merge gives the same result as git. */
@RequiresProgram({"git", "sh"})
class MergeWithGitTest {
  private static final int TEXTS = 5_000;

  private static final Pattern BORDER = Pattern.compile("border \\d+\n");

  /** Git joins conflicts with at most three lines between them, so the borders are longer. */
  private static final int BORDER_LINES = 5;

  private static final Pattern CONFLICT =
      Pattern.compile("<<<<<<< yours\n((?:.*\n)*?)=======\n((?:.*\n)*?)>>>>>>> prosodykit\n");

  /** Joins all texts into one, because one run of git takes longer than all merges. */
  private static String all(Function<RandomEdits, String> choice) {
    return IntStream.range(0, TEXTS)
        .mapToObj(i -> text(i, choice.apply(RandomEdits.ofDistinctLines(i))) + border(i))
        .collect(Collectors.joining());
  }

  private static String text(int number, String lines) {
    String text = lines.replace("line", number + " line");
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  private static String border(int number) {
    return IntStream.range(0, BORDER_LINES)
        .mapToObj(i -> "border " + (number * BORDER_LINES + i) + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> parts(String merged) {
    return Splitter.on(BORDER).omitEmptyStrings().splitToList(merged);
  }

  private static List<Boolean> conflicts(String merged) {
    return parts(merged).stream().map(part -> CONFLICT.matcher(part).find()).toList();
  }

  @Test
  void mergesAsGitDoes(@TempDir Path folder) throws IOException, InterruptedException {
    String base = all(RandomEdits::base);
    String yours = all(RandomEdits::yours);
    String theirs = all(RandomEdits::theirs);
    Tree.write(folder, ImmutableMap.of("base", base, "yours", yours, "theirs", theirs));
    String command =
        "git merge-file -p -L yours -L base -L prosodykit yours base theirs || test $? -lt 128";
    String git = Programs.run(folder, List.of("sh", "-c", command));

    String ours = Merge.of(base, yours, theirs).text();

    assertThat(conflicts(ours)).isEqualTo(conflicts(git)).contains(true, false);
    for (String side : List.of("$1", "$2")) {
      assertThat(parts(CONFLICT.matcher(ours).replaceAll(side)))
          .isEqualTo(parts(CONFLICT.matcher(git).replaceAll(side)));
    }
  }
}
