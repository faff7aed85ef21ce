package io.prosodykit.scaffold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A README as parsed by YAML and GitHub's Markdown. */
record Readme(Object frontMatter, List<Element> elements) {
  private static final String FENCE = "---\n";
  private static final Parser MARKDOWN =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /** A node of the Markdown, and its depth. */
  record Element(int depth, Node node) {
    /** The kind and the words, for example {@code Text{literal=Introduction}}. */
    @Override
    public String toString() {
      return "  ".repeat(depth)
          + (node instanceof Code code ? "Code{literal=" + code.getLiteral() + "}" : node)
          + (node instanceof Heading heading ? heading.getLevel() : "");
    }
  }

  static Readme of(ModuleSpec spec) {
    String path = "mod_" + spec.name() + "/README.md";
    String text = Objects.requireNonNull(Scaffold.of(spec).files().get(path));
    int end = text.indexOf("\n" + FENCE) + 1;
    String yaml = text.substring(FENCE.length(), end);
    List<Element> elements = new ArrayList<>();
    collect(MARKDOWN.parse(text.substring(end + FENCE.length())), 0, elements);
    return new Readme(new Load(LoadSettings.builder().build()).loadFromString(yaml), elements);
  }

  private static void collect(Node node, int depth, List<Element> elements) {
    elements.add(new Element(depth, node));
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      collect(child, depth + 1, elements);
    }
  }

  /** Returns all elements in order, one per line. */
  String outline() {
    StringBuilder outline = new StringBuilder();
    elements.forEach(element -> outline.append(element).append('\n'));
    return outline.toString();
  }

  /** Returns the defaults in the table of options, as Lua; the table does not show long ones. */
  Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    for (Element element : elements) {
      if (element.node() instanceof TableRow row
          && row.getFirstChild().getFirstChild() instanceof Code option
          && row.getFirstChild().getNext().getNext().getFirstChild() instanceof Code lua) {
        defaults.put(option.getLiteral(), lua.getLiteral());
      }
    }
    return defaults;
  }
}
