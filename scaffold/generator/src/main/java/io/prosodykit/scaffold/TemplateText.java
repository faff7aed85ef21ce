package io.prosodykit.scaffold;

import org.jspecify.annotations.Nullable;

/** The text of a file of a recipe, and its hash, which is computed on first use. */
final class TemplateText {
  private final String text;
  private volatile @Nullable String hash;

  TemplateText(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** The {@link TextHash}. */
  String hash() {
    String known = hash;
    if (known == null) {
      known = TextHash.of(text);
      hash = known;
    }
    return known;
  }
}
