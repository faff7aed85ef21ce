package io.prosodykit.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that the links in the project's own documents lead somewhere. */
class DocumentsTest {
  private static final Path ROOT = Path.of(System.getProperty("prosodykit.root"));

  /** Folders of Markdown that others write or that tests expect. */
  private static final ImmutableSet<String> OMITTED = ImmutableSet.of("target", "golden", "it");

  private static final Pattern CLASS =
      Pattern.compile("(?:[a-z]+\\.)*([A-Z][a-z]+[A-Z]\\w+)(?:\\.\\w+)*(?:\\(\\w*\\))?");

  static List<Path> documents() throws IOException {
    return files(".md");
  }

  private static List<Path> files(String ending) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            return !folder.equals(ROOT) && (name.startsWith(".") || OMITTED.contains(name))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(ending)) {
              files.add(ROOT.relativize(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadSomewhere(Path document) throws IOException {
    Path file = ROOT.resolve(document);
    List<String> broken = new ArrayList<>();
    for (String link : links(file)) {
      if (!link.matches("[a-z]+:.*") && !leadsSomewhere(file, link)) {
        broken.add(link);
      }
    }
    assertThat(broken).as("links of %s that lead nowhere", document).isEmpty();
  }

  private static boolean leadsSomewhere(Path document, String link) throws IOException {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? document : document.resolveSibling(path);
    return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
  }

  private static List<String> links(Path document) throws IOException {
    List<String> links = new ArrayList<>();
    parse(document)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.add(link.getDestination());
              }
            });
    return links;
  }

  /** The anchors that GitHub gives to headings. */
  private static Set<String> anchors(Path document) throws IOException {
    Set<String> anchors = new TreeSet<>();
    parse(document)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Heading heading) {
                String words = text(heading).toLowerCase(Locale.ROOT);
                anchors.add(words.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
              }
            });
    return anchors;
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text words) {
            text.append(words.getLiteral());
          }

          @Override
          public void visit(Code code) {
            text.append(code.getLiteral());
          }
        });
    return text.toString();
  }

  private static Node parse(Path document) throws IOException {
    return Parser.builder().build().parse(Files.readString(document));
  }

  /** The names of classes are told by their second capital letter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONTRIBUTING.md",
        "catalog-data/README.md",
        "maven-plugin/README.md",
        "scaffold/generator/README.md"
      })
  void namesClassesOfTheProject(String document) throws IOException {
    Set<String> named = new TreeSet<>();
    parse(ROOT.resolve(document))
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Code code) {
                Matcher name = CLASS.matcher(code.getLiteral());
                if (name.matches()) {
                  named.add(name.group(1));
                }
              }
            });
    List<String> unknown = new ArrayList<>(named);
    for (Path source : files(".java")) {
      unknown.remove(source.getFileName().toString().replace(".java", ""));
    }

    assertThat(named).isNotEmpty();
    assertThat(unknown).as("classes that %s names and that are not here", document).isEmpty();
  }

  /** Whoever opens the project reads this page first, so it stays short. */
  @Test
  void readmeIsShort() throws IOException {
    assertThat(Files.size(ROOT.resolve("README.md"))).isLessThan(9_000);
  }
}
