package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import io.prosodykit.testing.HostileText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whatever people write into a specification, YAML and Markdown take it for text. */
class HostileReadmeTest {
  private static final String FENCE = "---\n";

  @Provide
  Arbitrary<String> texts() {
    return HostileText.texts();
  }

  @Property(tries = 500)
  void frontMatterParsesToEqualText(@ForAll("texts") String text) {
    String readme = readme(text);
    String frontMatter = readme.substring(FENCE.length(), readme.indexOf("\n" + FENCE) + 1);

    Object parsed = new Load(LoadSettings.builder().build()).loadFromString(frontMatter);

    assertThat(parsed).isEqualTo(Map.of("labels", List.of("Stage-Alpha"), "summary", "x" + text));
  }

  @Property(tries = 500)
  void markdownShowsTextAsText(@ForAll("texts") String text) {
    String readme = readme(text);
    String markdown = readme.substring(readme.indexOf("\n" + FENCE) + 1 + FENCE.length());
    List<Node> blocks = blocks(Parser.builder().build().parse(markdown));

    assertThat(blocks.get(0)).isInstanceOf(Heading.class);
    assertThat(blocks.get(1)).isInstanceOf(Paragraph.class);
    assertThat(textOf(blocks.get(1))).isEqualTo(visible("x" + text));
    assertThat(textOf(blocks.get(2))).startsWith("An iq of type");
  }

  @Property(tries = 1000)
  void markdownShowsTextAsTextAtTheStartOfParagraph(@ForAll("texts") String text) {
    List<Node> blocks = blocks(Parser.builder().build().parse(Markdown.inline(text) + "\n"));

    String visible = visible(text);
    assertThat(blocks).hasSize(visible.isEmpty() ? 0 : 1);
    if (!visible.isEmpty()) {
      assertThat(blocks.get(0)).isInstanceOf(Paragraph.class);
      assertThat(textOf(blocks.get(0))).isEqualTo(visible);
    }
  }

  private static String readme(String text) {
    ModuleSpec spec = ModuleSpec.builder("hostile", Recipe.IQ_HANDLER).summary("x" + text).build();
    return Objects.requireNonNull(Scaffold.of(spec).files().get("mod_hostile/README.md"));
  }

  /** What a reader is to see: spaces folded, controls spelled out. */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    CharMatcher.anyOf(" \t\n\u000B\f\r\u0085\u2028\u2029")
        .trimAndCollapseFrom(text, ' ')
        .codePoints()
        .forEach(
            codePoint -> {
              if (Character.isISOControl(codePoint) || (codePoint & 0xFFFE) == 0xFFFE) {
                visible.append(String.format("U+%04X", codePoint));
              } else {
                visible.appendCodePoint(codePoint);
              }
            });
    return visible.toString();
  }

  private static List<Node> blocks(Node document) {
    List<Node> blocks = new ArrayList<>();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      blocks.add(node);
    }
    return blocks;
  }

  private static String textOf(Node block) {
    StringBuilder text = new StringBuilder();
    for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text words) {
        text.append(words.getLiteral());
      } else if (node instanceof org.commonmark.node.Code code) {
        text.append(code.getLiteral());
      } else {
        text.append("<").append(node).append(">");
      }
    }
    return text.toString();
  }
}
