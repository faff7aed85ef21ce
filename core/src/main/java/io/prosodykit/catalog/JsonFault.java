package io.prosodykit.catalog;

import java.util.regex.Pattern;

/** Says what the JSON parser found, without what it says to programmers only. */
final class JsonFault {
  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile(
          " \\(start marker at .*|: enable `.*| \\(not recognized as one since .*", Pattern.DOTALL);

  private JsonFault() {}

  static String syntax(String found) {
    return "not JSON: " + Quoted.visible(FOR_PROGRAMMERS.matcher(found).replaceFirst(""));
  }

  static String limit(String found) {
    if (found.startsWith("Document nesting")) {
      return "nested more than " + JsonInput.MAX_NESTING + " deep; a catalogue nests 4 deep";
    }
    if (found.startsWith("Name")) {
      return "a field's name of more than " + JsonInput.MAX_NAME + " characters; shorten it";
    }
    if (found.startsWith("Number")) {
      return "a number of more than " + JsonInput.MAX_NUMBER + " digits; shorten it";
    }
    return "a string of more than " + JsonInput.MAX_STRING + " characters; shorten it";
  }
}
