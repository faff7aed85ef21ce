package io.prosodykit.scaffold;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.json.Json;
import io.prosodykit.text.VisibleText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a scaffold was made from, in {@code .prosodykit.json}: the specification, the recipe's
 * revision, and each file's hash. Of files that authors change the text is there as well, for a
 * later merge; of the test double the hash will do, for nobody is to change that.
 *
 * @param spec the specification, as {@link SpecJson} has it
 * @param hashes SHA-256 of each file, in hexadecimal digits, by its path in the module's folder
 * @param texts the texts of some of them
 */
record ModuleRecord(
    Object spec, ImmutableMap<String, String> hashes, ImmutableMap<String, String> texts) {
  static final String FILE = ".prosodykit.json";

  /** What leads elsewhere on Windows, or would begin a new line in the plan of a journal. */
  private static final CharMatcher NO_NAME =
      CharMatcher.anyOf("\\:").or(CharMatcher.javaIsoControl());

  private static final String DOUBLES = "spec/support/";

  /**
   * Writes the record of files that are given by their paths in the module's folder.
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
    document.put(
        "about", "What prosody:new-module made this module from; prosody:update-module needs it.");
    document.put("revision", spec.recipe().revision());
    document.put("spec", SpecJson.of(spec));
    document.put("files", recorded);
    return Json.write(document);
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException if it is none
   */
  static ModuleRecord read(String text) {
    if (!(Json.read(text) instanceof Map<?, ?> document)
        || !(document.get("files") instanceof Map<?, ?> files)
        || !(document.get("spec") instanceof Map<?, ?> spec)) {
      throw new IllegalArgumentException("no object with the objects \"spec\" and \"files\"");
    }
    ImmutableMap.Builder<String, String> hashes = ImmutableMap.builder();
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    files.forEach(
        (path, file) -> {
          if (!isPath(path.toString())) {
            throw new IllegalArgumentException(
                "\"%s\" is not the path of a file in the module's folder"
                    .formatted(VisibleText.brief(path.toString())));
          }
          if (!(file instanceof Map<?, ?> fields)
              || !(fields.get("sha256") instanceof String hash)) {
            throw new IllegalArgumentException(
                "the file %s has no sha256".formatted(VisibleText.brief(path.toString())));
          }
          hashes.put(path.toString(), hash);
          if (fields.get("text") instanceof String recorded) {
            texts.put(path.toString(), recorded);
          }
        });
    return new ModuleRecord(spec, hashes.buildOrThrow(), texts.buildOrThrow());
  }

  /** Whether a text is names with slashes between, none of which leads to the folder above. */
  private static boolean isPath(String text) {
    return NO_NAME.matchesNoneOf(text)
        && Splitter.on('/')
            .splitToStream(text)
            .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
  }

  /** Whether a file had this text. */
  boolean had(String path, String text) {
    return TextHash.of(text).equals(hashes.get(path));
  }

  /** The text that a file had, if it can be told by the record or by one of these. */
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
