package io.prosodykit.scaffold.template;

import org.jspecify.annotations.Nullable;

/** The text of a file of a recipe, and its hash, which is computed on first use. */
public final class TemplateText {
  private final String text;
  private volatile @Nullable String hash;

  public TemplateText(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The {@link TextHash}. */
  public String hash() {
    String known = hash;
    if (known == null) {
      known = TextHash.of(text);
      hash = known;
    }
    return known;
  }
}
