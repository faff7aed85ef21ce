package io.prosodykit.scaffold;

/** A template that asks for what its view lacks, or breaks a rule of {@link TemplateRenderer}. */
final class TemplateException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** With the place of a tag: both numbers from 1. */
  TemplateException(String template, int line, int column, String name, String problem) {
    super(template + ":" + line + ":" + column + ": " + problem + ": {{" + name + "}}");
  }

  /** Without a tag. */
  TemplateException(String problem) {
    super(problem);
  }
}
