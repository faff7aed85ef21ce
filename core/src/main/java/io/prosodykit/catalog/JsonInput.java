package io.prosodykit.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON document token by token and gathers all that is wrong in it. A value of the wrong
 * type is passed over, so that reading goes on; only broken JSON ends it.
 */
final class JsonInput {
  /** No document nests deeper than this. */
  static final int MAX_NESTING = 64;

  /** No field's name is longer, and no string; in UTF-16 units. */
  static final int MAX_NAME = 1_000;

  static final int MAX_STRING = 2 * ModuleEntry.MAX_PURPOSE;

  /** No number has more digits. */
  static final int MAX_NUMBER = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING)
                  .maxNameLength(MAX_NAME)
                  .maxStringLength(MAX_STRING)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          .build();

  private final JsonParser parser;
  private final Problems problems;

  private JsonInput(JsonParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /**
   * Reads a whole document.
   *
   * @throws CatalogException with all problems, if there are any
   */
  static void read(String source, byte[] bytes, Consumer<JsonInput> document) {
    Problems problems = new Problems(source);
    try (JsonParser parser = FACTORY.createParser(Utf8.reader(bytes, problems))) {
      JsonInput in = new JsonInput(parser, problems);
      in.document(document);
    } catch (Broken e) {
      problems.check();
    } catch (IOException e) {
      throw new IllegalStateException("text in memory cannot fail to be read", e);
    }
    problems.check();
  }

  private void document(Consumer<JsonInput> document) {
    if (advance() == null) {
      problem(() -> "the document is empty; a catalogue is a JSON object");
      return;
    }
    document.accept(this);
    if (advance() != null) {
      problem(() -> "something stands after the end of the document; remove it");
    }
  }

  /** Enters an object; a value of another type has no fields. */
  Frame object(ImmutableSet<String> known, ImmutableSet<String> required) {
    boolean open = is(JsonToken.START_OBJECT, "an object");
    return new Frame(known, required, open);
  }

  /** Enters an array and returns true, or notes that it is none. */
  boolean array() {
    return is(JsonToken.START_ARRAY, "an array");
  }

  /** Goes to the next element of the array that was entered last, or leaves the array. */
  boolean nextElement() {
    return advance() != JsonToken.END_ARRAY;
  }

  @Nullable String textOrNull() {
    if (!is(JsonToken.VALUE_STRING, "a string")) {
      return null;
    }
    String text = string();
    if (hasUnpairedSurrogate(text)) {
      problem(() -> "the string has half of a surrogate pair, which is no character; remove it");
      return null;
    }
    return text;
  }

  String text() {
    String text = textOrNull();
    return text == null ? "" : text;
  }

  ImmutableList<String> texts() {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    if (array()) {
      while (nextElement()) {
        texts.add(text());
      }
    }
    return texts.build();
  }

  int integer() {
    Integer number = integerOrNull();
    return number == null ? 0 : number;
  }

  @Nullable Integer integerOrNull() {
    try {
      return is(JsonToken.VALUE_NUMBER_INT, "a whole number") ? parser.getIntValue() : null;
    } catch (JsonProcessingException e) {
      problem(() -> "the number is too large");
      return null;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  boolean bool() {
    boolean isTrue = parser.currentToken() == JsonToken.VALUE_TRUE;
    return (isTrue || is(JsonToken.VALUE_FALSE, "true or false")) && isTrue;
  }

  /** Notes that something is wrong with the value that was read last. */
  void problem(Supplier<String> message) {
    problem(parser.currentTokenLocation(), message);
  }

  private void problem(JsonLocation place, Supplier<String> message) {
    problems.add(
        Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), this::pointer, message);
  }

  private String pointer() {
    return parser.getParsingContext().pathAsPointer().toString();
  }

  private boolean is(JsonToken expected, String inWords) {
    JsonToken token = parser.currentToken();
    if (token == expected) {
      return true;
    }
    problem(() -> "here should be " + inWords + ", not " + inWords(token));
    skip();
    return false;
  }

  private static String inWords(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT -> "a number";
      case VALUE_NUMBER_FLOAT -> "a number with a fraction or an exponent";
      default -> token.asString();
    };
  }

  private static boolean hasUnpairedSurrogate(String text) {
    return text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  private @Nullable JsonToken advance() {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private void skip() {
    try {
      parser.skipChildren();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private String string() {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private Broken broken(IOException e) {
    JsonLocation place = parser.currentLocation();
    String found = String.valueOf(e.getMessage());
    if (e instanceof JsonProcessingException fault) {
      found = fault.getOriginalMessage();
      if (fault.getLocation() != null) {
        place = fault.getLocation();
      }
    }
    String message =
        e instanceof StreamConstraintsException ? JsonFault.limit(found) : JsonFault.syntax(found);
    problem(place, () -> message);
    return new Broken(e);
  }

  /** Ends the reading of a document whose problem was noted. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(IOException cause) {
      super(cause);
    }
  }

  /** The fields of one object. */
  final class Frame {
    private final ImmutableSet<String> known;
    private final ImmutableSet<String> required;
    private final boolean open;
    private final Set<String> seen = new HashSet<>();
    private final JsonLocation start = parser.currentTokenLocation();
    private String field = "";

    private Frame(ImmutableSet<String> known, ImmutableSet<String> required, boolean open) {
      this.known = known;
      this.required = required;
      this.open = open;
    }

    /** Goes to the next known field's value; at the end notes the required ones that lack. */
    boolean next() {
      while (open && advance() == JsonToken.FIELD_NAME) {
        field = name();
        if (!known.contains(field)) {
          problem(() -> unknown(field));
        } else if (!seen.add(field)) {
          problem(() -> "the field \"" + field + "\" stands twice; keep one");
        } else {
          advance();
          return true;
        }
        advance();
        skip();
      }
      if (open) {
        noteMissing();
      }
      return false;
    }

    /** The name of the field whose value is read now. */
    String field() {
      return field;
    }

    private String name() {
      try {
        return parser.currentName();
      } catch (IOException e) {
        throw broken(e);
      }
    }

    private String unknown(String name) {
      return "unknown field \""
          + Quoted.brief(name)
          + "\""
          + NearestNames.question(NearestNames.of(name, known))
          + "; the fields here are "
          + String.join(", ", known);
    }

    private void noteMissing() {
      for (String name : required) {
        if (!seen.contains(name)) {
          problem(start, () -> "the field \"" + name + "\" is missing");
        }
      }
    }
  }
}
