package io.prosodykit.scaffold.template;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.DefaultMustacheVisitor;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheParser;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.ValueCode;
import com.github.mustachejava.reflect.SimpleObjectHandler;
import com.google.common.base.Throwables;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Renders Mustache templates, with two rules instead of Mustache's own.
 *
 * <p>A plain string is text from a user and is quoted for the {@link TextLanguage} of the template
 * that uses it; a {@link Fragment} is written unchanged. A name that the view lacks, for a variable
 * or a section, is a {@link TemplateException}.
 *
 * <p>A view maps names to strings, {@link Fragment}s, booleans, and lists of further views for
 * sections.
 */
public final class TemplateRenderer {
  private static final String SUFFIX = ".mustache";

  private final UnaryOperator<String> source;
  private final Factory factory;

  /**
   * Creates a renderer.
   *
   * @param source returns the text of a template by its file name, for example {@code
   *     README.md.mustache}
   */
  public TemplateRenderer(UnaryOperator<String> source) {
    this.source = source;
    this.factory = new Factory();
  }

  /** Renders the template with this name, for example {@code README.md}. */
  public String render(String name, Map<String, ?> view) {
    StringWriter text = new StringWriter();
    try {
      factory.compile(name + SUFFIX).execute(text, view);
    } catch (MustacheException e) {
      // Mustache wraps everything that a binding throws
      Throwables.getCausalChain(e).stream()
          .filter(TemplateException.class::isInstance)
          .map(TemplateException.class::cast)
          .findFirst()
          .ifPresent(
              cause -> {
                throw cause;
              });
      throw new TemplateException(name + SUFFIX + ": " + e.getMessage());
    }
    return text.toString();
  }

  private Object resolve(String name, TemplateContext place, boolean value, List<?> scopes) {
    for (int i = scopes.size() - 1; i >= 0; i--) {
      if (scopes.get(i) instanceof Map<?, ?> view && view.containsKey(name)) {
        Object found = view.get(name);
        return value ? written(found, name, place) : found;
      }
    }
    throw fault(place, name, "unknown name");
  }

  private String written(Object found, String name, TemplateContext place) {
    if (found instanceof Fragment fragment) {
      return fragment.text();
    }
    if (found instanceof String text) {
      String file = place.file().substring(0, place.file().length() - SUFFIX.length());
      return TextLanguage.of(file)
          .orElseThrow(() -> fault(place, name, "text cannot be quoted for a file with this name"))
          .quote(text);
    }
    throw fault(place, name, "only text can be written");
  }

  private TemplateException fault(TemplateContext place, String name, String problem) {
    return new TemplateException(place.file(), place.line(), column(place, name), name, problem);
  }

  /**
   * Returns the position of the first tag with that name in its line, which Mustache does not
   * report.
   */
  private int column(TemplateContext place, String name) {
    String line = source.apply(place.file()).lines().skip(place.line() - 1L).findFirst().orElse("");
    for (int at = line.indexOf("{{"); at >= 0; at = line.indexOf("{{", at + 1)) {
      int end = line.indexOf("}}", at);
      if (end > at && line.substring(at, end).replaceAll("[{#^&>/\\s]", "").equals(name)) {
        return at + 1;
      }
    }
    return 1;
  }

  private final class Factory extends DefaultMustacheFactory {
    Factory() {
      setObjectHandler(new Views());
    }

    @Override
    public Reader getReader(String resourceName) {
      return new StringReader(source.apply(resourceName));
    }

    @Override
    public String resolvePartialPath(String dir, String name, String extension) {
      return name + SUFFIX;
    }

    @Override
    public void encode(String value, Writer writer) {
      try {
        writer.write(value); // Views has quoted it
      } catch (IOException e) {
        throw new MustacheException("Failed to write", e);
      }
    }

    @Override
    protected MustacheParser createParser() {
      // as in the Mustache specification, a partial alone on its line does not add a line
      return new MustacheParser(this, true) {};
    }

    @Override
    public MustacheVisitor createMustacheVisitor() {
      return new DefaultMustacheVisitor(this) {
        @Override
        public void value(TemplateContext place, String name, boolean encoded) {
          if (!encoded || name.equals(".")) {
            throw fault(
                place,
                name,
                "only {{name}} is allowed, because values that must not be quoted are Fragments");
          }
          super.value(place, name, encoded);
        }
      };
    }
  }

  private final class Views extends SimpleObjectHandler {
    @Override
    public Binding createBinding(String name, TemplateContext place, Code code) {
      return scopes -> resolve(name, place, code instanceof ValueCode, scopes);
    }
  }
}
