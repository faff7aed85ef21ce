package io.prosodykit.maven;

import io.prosodykit.text.VisibleText;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * The output of a goal, in each of its formats.
 *
 * @param table the text for people
 * @param json the JSON document
 * @param csv the CSV document
 * @param markdown the Markdown document
 */
record GoalOutput(
    Supplier<String> table,
    Supplier<String> json,
    Supplier<String> csv,
    Supplier<String> markdown) {

  /** Writes the output to a file, or to standard output without the prefixes of Maven's log. */
  void print(OutputFormat format, @Nullable File file)
      throws MojoFailureException, MojoExecutionException {
    String document =
        switch (format) {
          case TABLE -> table.get();
          case JSON -> json.get();
          case CSV -> csv.get();
          case MARKDOWN -> markdown.get();
        };
    print(document, format == OutputFormat.TABLE, file);
  }

  /** Writes a document to a file, or to standard output without the prefixes of Maven's log. */
  static void print(String document, boolean forPeople, @Nullable File file)
      throws MojoFailureException, MojoExecutionException {
    if (file != null) {
      write(document, file.toPath().toAbsolutePath());
    } else if (forPeople) {
      show(document);
    } else {
      // not in the encoding of the terminal: another program reads this
      byte[] utf8 = document.getBytes(StandardCharsets.UTF_8);
      System.out.write(utf8, 0, utf8.length);
      System.out.flush();
    }
  }

  private static void write(String document, Path file)
      throws MojoFailureException, MojoExecutionException {
    if (Files.isDirectory(file)) {
      throw new MojoFailureException(
          "prosody.outputFile: " + VisibleText.of(file + " is a folder, not a file"));
    }
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, document);
    } catch (IOException e) {
      throw IoFailures.failure("cannot write " + file, e);
    }
  }

  /** Writes a text for people to standard output. */
  static void show(String text) {
    PrintStream out = System.out;
    out.print(text);
    out.flush();
  }
}
