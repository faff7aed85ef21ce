package io.prosodykit.scaffold;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/** The hash by which a file is known that its author has not changed. */
final class TextHash {
  private TextHash() {}

  /** The SHA-256 of a text in UTF-8, in hexadecimal digits. */
  static String of(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
