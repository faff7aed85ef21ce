package io.prosodykit.scaffold;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.json.Json;
import io.prosodykit.record.RecordFields;
import io.prosodykit.scaffold.template.TextHash;
import io.prosodykit.text.VisibleText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The record of what a scaffold was made from, in {@code .prosodykit.json}: the specification, the
 * recipe's revision and the hash of each file. For a later merge, it also has the texts of all
 * files but the test double, which authors are not expected to change.
 *
 * @param spec the specification, as {@link SpecDocument} writes it
 * @param hashes SHA-256 of each file, in hexadecimal digits, by its path in the module's folder
 * @param texts the texts of some of them
 */
record ModuleRecord(
    RecordFields spec, ImmutableMap<String, String> hashes, ImmutableMap<String, String> texts) {
  /**
   * Characters that lead elsewhere on Windows, or would start a new line in the plan of a journal.
   */
  private static final CharMatcher NO_NAME =
      CharMatcher.anyOf("\\:").or(CharMatcher.javaIsoControl());

  private static final String DOUBLES = "spec/support/";

  /**
   * Writes the record of files, given by their paths in the module's folder.
   *
   * @param known the hashes of some of them
   */
  static String write(ModuleSpec spec, Map<String, String> files, Map<String, String> known) {
    Map<String, Object> recorded = new LinkedHashMap<>();
    files.forEach(
        (path, text) -> {
          String hash = known.containsKey(path) ? known.get(path) : TextHash.of(text);
          recorded.put(
              path,
              path.startsWith(DOUBLES)
                  ? Map.of("sha256", hash)
                  : ImmutableMap.of("sha256", hash, "text", text));
        });
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("about", "Written by prosody:new-module. prosody:update-module needs it.");
    document.put("revision", spec.recipe().revision());
    document.put("spec", SpecDocument.of(spec));
    document.put("files", recorded);
    return Json.write(document);
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException if the text is not a record
   */
  static ModuleRecord read(String text) {
    RecordFields document = RecordFields.read(text);
    RecordFields spec = document.object("spec");
    RecordFields files = document.object("files");
    ImmutableMap.Builder<String, String> hashes = ImmutableMap.builder();
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    for (String path : files.names()) {
      if (!isPath(path)) {
        throw new IllegalArgumentException(
            "\"%s\" is not the path of a file in the module's folder"
                .formatted(VisibleText.brief(path)));
      }
      RecordFields file = files.object(path);
      hashes.put(path, file.text("sha256"));
      file.optionalText("text").ifPresent(recorded -> texts.put(path, recorded));
    }
    return new ModuleRecord(spec, hashes.buildOrThrow(), texts.buildOrThrow());
  }

  /**
   * Returns whether a text consists of names separated by slashes, none of which leads to the
   * parent folder.
   */
  private static boolean isPath(String text) {
    return NO_NAME.matchesNoneOf(text)
        && Splitter.on('/')
            .splitToStream(text)
            .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
  }

  /** {@return whether a file had this text} */
  boolean had(String path, String text) {
    return TextHash.of(text).equals(hashes.get(path));
  }

  /**
   * Returns the text that a file had, if the record has it or one of the candidates matches its
   * hash.
   */
  Optional<String> text(String path, String... candidates) {
    String recorded = texts.get(path);
    if (recorded != null) {
      return Optional.of(recorded);
    }
    for (String candidate : candidates) {
      if (had(path, candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
