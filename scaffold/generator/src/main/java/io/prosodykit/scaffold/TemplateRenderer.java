package io.prosodykit.scaffold;

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
 * Fills Mustache templates, with two rules in place of Mustache's own.
 *
 * <p>A plain string is text of a user and is written quoted in the {@link TextLanguage} of the
 * template that names it; a {@link Fragment} is written as it is. A name that the view lacks, be it
 * of a variable or of a section, is a {@link TemplateException}.
 *
 * <p>A view maps names to strings, {@link Fragment}s, booleans, and lists of further views for
 * sections.
 */
final class TemplateRenderer {
  private static final String SUFFIX = ".mustache";

  private final UnaryOperator<String> source;
  private final Factory factory;

  /**
   * Makes a renderer.
   *
   * @param source gives the text of a template by its file name, for example {@code
   *     README.md.mustache}
   */
  TemplateRenderer(UnaryOperator<String> source) {
    this.source = source;
    this.factory = new Factory();
  }

  /** Renders the template of this name, for example {@code README.md}. */
  String render(String name, Map<String, ?> view) {
    StringWriter text = new StringWriter();
    try {
      factory.compile(name + SUFFIX).execute(text, view);
    } catch (MustacheException e) {
      // Mustache wraps whatever a binding throws
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
    throw fault(place, name, "no such name in the view");
  }

  private String written(Object found, String name, TemplateContext place) {
    if (found instanceof Fragment fragment) {
      return fragment.text();
    }
    if (found instanceof String text) {
      String file = place.file().substring(0, place.file().length() - SUFFIX.length());
      return TextLanguage.of(file)
          .orElseThrow(() -> fault(place, name, "no way to quote text in a file of this name"))
          .quote(text);
    }
    throw fault(place, name, "only text can be written");
  }

  private TemplateException fault(TemplateContext place, String name, String problem) {
    return new TemplateException(place.file(), place.line(), column(place, name), name, problem);
  }

  /** Where the first tag of that name stands on its line, which Mustache does not tell. */
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
      // as the Mustache specification has it: a partial alone on its line takes no line of its own
      return new MustacheParser(this, true) {};
    }

    @Override
    public MustacheVisitor createMustacheVisitor() {
      return new DefaultMustacheVisitor(this) {
        @Override
        public void value(TemplateContext place, String name, boolean encoded) {
          if (!encoded || name.equals(".")) {
            throw fault(
                place, name, "only {{name}} is allowed, for what must not be quoted is a Fragment");
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
