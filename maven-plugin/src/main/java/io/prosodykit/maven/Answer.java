package io.prosodykit.maven;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a goal answers, in each of its forms. */
record Answer(Supplier<String> table, Supplier<String> json, Supplier<String> csv) {

  /** Puts the answer into a file, or on standard output without the prefixes of Maven's log. */
  void print(OutputFormat format, @Nullable File file) throws IOException {
    String document =
        switch (format) {
          case TABLE -> table.get();
          case JSON -> json.get();
          case CSV -> csv.get();
        };
    if (file != null) {
      Path path = file.toPath().toAbsolutePath();
      Path folder = path.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(path, document);
    } else if (format == OutputFormat.TABLE) {
      show(document);
    } else {
      // past the encoding of the terminal, for another program reads this
      byte[] utf8 = document.getBytes(StandardCharsets.UTF_8);
      System.out.write(utf8, 0, utf8.length);
      System.out.flush();
    }
  }

  /** Shows a text for people on standard output. */
  static void show(String text) {
    PrintStream out = System.out;
    out.print(text);
    out.flush();
  }
}
