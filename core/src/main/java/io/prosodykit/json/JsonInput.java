package io.prosodykit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.google.common.collect.ImmutableList;
import io.prosodykit.problem.DocumentException;
import io.prosodykit.text.VisibleText;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON document token by token and collects everything that is wrong in it. A value of the
 * wrong type is skipped, so that reading continues; only broken JSON ends it.
 */
public final class JsonInput {
  /** No document is nested more deeply than this. */
  public static final int MAX_NESTING = 64;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
          .build();

  private final JsonParser parser;
  private final DocumentProblems problems;

  private JsonInput(JsonParser parser, DocumentProblems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /**
   * Reads a whole document in UTF-8.
   *
   * @throws DocumentException with all problems, if there are any
   */
  public static void read(String source, byte[] bytes, Consumer<JsonInput> document) {
    DocumentProblems problems = new DocumentProblems(source);
    read(Utf8.decode(bytes, problems), problems, document);
  }

  /**
   * Reads a whole document.
   *
   * @throws DocumentException with all problems, if there are any
   */
  public static void read(String source, String text, Consumer<JsonInput> document) {
    CharBuffer characters = CharBuffer.wrap(text.toCharArray());
    read(Utf8.withoutByteOrderMark(characters), new DocumentProblems(source), document);
  }

  private static void read(
      CharBuffer text, DocumentProblems problems, Consumer<JsonInput> document) {
    try (JsonParser parser =
        FACTORY.createParser(
            text.array(), text.arrayOffset() + text.position(), text.remaining())) {
      new JsonInput(parser, problems).document(document);
    } catch (Broken e) {
      problems.check();
    } catch (IOException e) {
      throw new IllegalStateException("text in memory cannot fail to be read", e);
    }
    problems.check();
  }

  private void document(Consumer<JsonInput> document) {
    if (advance() == null) {
      problem("the document is empty; write a JSON object");
      return;
    }
    document.accept(this);
    if (advance() != null) {
      problem("unexpected content after the end of the document; remove it");
    }
  }

  /** Enters an object; a value of another type has no fields. */
  public JsonFields object(List<String> known, List<String> required) {
    boolean open = is(JsonToken.START_OBJECT, "an object");
    return new JsonFields(this, known, required, open);
  }

  /** Goes to the next field of the object that was entered last, or leaves the object. */
  boolean nextField() {
    return advance() == JsonToken.FIELD_NAME;
  }

  /** The name of the field that {@link #nextField} went to. */
  String fieldName() {
    try {
      return parser.currentName();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Goes from a field's name to its value. */
  void enterValue() {
    advance();
  }

  /** Enters an array; a value of another type has no elements. */
  public JsonElements elements() {
    return new JsonElements(this, is(JsonToken.START_ARRAY, "an array"));
  }

  /** Goes to the next element of the array that was entered last, or leaves the array. */
  boolean nextElement() {
    return advance() != JsonToken.END_ARRAY;
  }

  public @Nullable String textOrNull() {
    if (!is(JsonToken.VALUE_STRING, "a string")) {
      return null;
    }
    String text = string();
    if (VisibleText.hasUnpairedSurrogate(text)) {
      problem("the string " + VisibleText.UNPAIRED_SURROGATE);
      return null;
    }
    return text;
  }

  /**
   * What a parser makes of a text; null if the value is not a text, or the parser refuses it with
   * an {@link IllegalArgumentException}, whose message is then a problem.
   */
  public <T> @Nullable T parsed(Function<String, T> parser) {
    String text = textOrNull();
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      problem(String.valueOf(e.getMessage()));
      return null;
    }
  }

  public String text() {
    String text = textOrNull();
    return text == null ? "" : text;
  }

  public ImmutableList<String> texts() {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    JsonElements elements = elements();
    while (elements.next()) {
      texts.add(text());
    }
    return texts.build();
  }

  public @Nullable Integer integerOrNull() {
    if (!is(JsonToken.VALUE_NUMBER_INT, "a whole number")) {
      return null;
    }
    try {
      return parser.getIntValue();
    } catch (JsonProcessingException e) {
      problem("the number is too large");
      return null;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  public int integer() {
    Integer number = integerOrNull();
    return number == null ? 0 : number;
  }

  public boolean bool() {
    boolean isTrue = parser.currentToken() == JsonToken.VALUE_TRUE;
    return (isTrue || is(JsonToken.VALUE_FALSE, "true or false")) && isTrue;
  }

  /** Reports a problem with the value that was read last. */
  public void problem(String message) {
    problem(location(), message);
  }

  /** Reports a problem with the object or array that is being read. */
  void problem(JsonLocation location, String message) {
    int column = Math.max(1, location.getColumnNr());
    problems.add(pointer(), location.getLineNr(), column, message);
  }

  /** Where the value that was read last begins. */
  JsonLocation location() {
    return parser.currentTokenLocation();
  }

  private String pointer() {
    return parser.getParsingContext().pathAsPointer().toString();
  }

  private boolean is(JsonToken expected, String inWords) {
    JsonToken token = parser.currentToken();
    if (token == expected) {
      return true;
    }
    problem("expected " + inWords + ", found " + inWords(token));
    skip();
    return false;
  }

  private static String inWords(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      default -> token.asString();
    };
  }

  private @Nullable JsonToken advance() {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Skips the value that was read last, with everything in it. */
  public void skip() {
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
    JsonLocation location = parser.currentLocation();
    String message = e.getMessage();
    if (e instanceof StreamConstraintsException tooLong) {
      message =
          parser.getParsingContext().getNestingDepth() >= MAX_NESTING
              ? "nested more than " + MAX_NESTING + " levels deep"
              : "too long: " + ParserMessage.of(tooLong.getOriginalMessage());
    } else if (e instanceof JsonProcessingException syntax) {
      message = "not JSON: " + ParserMessage.of(syntax.getOriginalMessage());
      if (syntax.getLocation() != null) {
        location = syntax.getLocation();
      }
    }
    problem(location, String.valueOf(message));
    return new Broken(e);
  }

  /** Ends the reading of a document after its problem was reported. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(IOException cause) {
      super(cause);
    }
  }
}
