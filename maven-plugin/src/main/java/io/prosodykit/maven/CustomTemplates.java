package io.prosodykit.maven;

import io.prosodykit.scaffold.TemplateSet;
import io.prosodykit.text.VisibleText;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The user's templates, and those of the library. */
final class CustomTemplates {
  private CustomTemplates() {}

  /** Reads a folder; without one, there are only the library's templates. */
  static TemplateSet read(@Nullable File folder) throws MojoFailureException, IOException {
    if (folder == null) {
      return TemplateSet.builtIn();
    }
    if (!folder.isDirectory()) {
      throw new MojoFailureException(
          "prosody.templates: there is no folder " + VisibleText.of(folder.toString()));
    }
    return TemplateSet.of(folder.toPath());
  }
}
