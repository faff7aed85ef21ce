package io.prosodykit.scaffold;

/** A template that asks for what its view lacks: a fault of this library, never of its caller. */
final class TemplateException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  TemplateException(String template, int line, String name, String problem) {
    super(template + ":" + line + ": " + problem + ": {{" + name + "}}");
  }
}
