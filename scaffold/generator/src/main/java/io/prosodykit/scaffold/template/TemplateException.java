package io.prosodykit.scaffold.template;

/**
 * Thrown if a template uses a name that its view lacks, or breaks a rule of {@link
 * TemplateRenderer}.
 */
public final class TemplateException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with the position of a tag; both numbers start at 1. */
  TemplateException(String template, int line, int column, String name, String problem) {
    super(template + ":" + line + ":" + column + ": " + problem + ": {{" + name + "}}");
  }

  /** Creates an exception without a tag. */
  public TemplateException(String problem) {
    super(problem);
  }
}
