package io.prosodykit.json;

import io.prosodykit.text.VisibleText;
import java.util.regex.Pattern;

/** What Jackson says about broken JSON, for the authors of the document. */
final class ParserMessage {
  /** What the parser tells programmers, not the authors of a catalogue. */
  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile(
          "\\[Source: [^;]*; |(?<=column: [0-9]{1,10})]|, from `StreamReadConstraints[^`]*`"
              + "|: enable `[^`]*` to allow|,? ?\\(not recognized as one since Feature [^)]*\\)");

  private ParserMessage() {}

  static String of(String message) {
    return VisibleText.of(FOR_PROGRAMMERS.matcher(message).replaceAll(""));
  }
}
