package io.prosodykit.scaffold.template;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/** The hash that shows whether the author of a file has changed it. */
public final class TextHash {
  private TextHash() {}

  /** {@return the SHA-256 of a text in UTF-8, in hexadecimal digits} */
  public static String of(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
