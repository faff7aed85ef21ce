package io.prosodykit.record;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.json.Json;
import io.prosodykit.text.VisibleText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a module's record, {@code .prosodykit.json}, or of an object in it. Each must have
 * the type that a caller asks for; if it has not, an {@link IllegalArgumentException} says where it
 * is, for example {@code spec.options[0].name}.
 */
public final class RecordFields {
  /** The name of the file, which is in the module's folder. */
  public static final String FILE = ".prosodykit.json";

  private final String place;
  private final Map<?, ?> fields;

  private RecordFields(String place, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(
          (place.isEmpty() ? "the record" : "the field \"" + place + "\"")
              + " must be an object, but is "
              + VisibleText.brief(value.toString()));
    }
    this.place = place;
    this.fields = map;
  }

  /**
   * Reads a record.
   *
   * @param text the text of the file
   * @return its fields
   * @throws IllegalArgumentException if the text is not a JSON object
   */
  public static RecordFields read(String text) {
    return new RecordFields("", Json.read(text));
  }

  /** {@return the names of the fields, in the order of the file} */
  public ImmutableSet<String> names() {
    return fields.keySet().stream().map(Object::toString).collect(ImmutableSet.toImmutableSet());
  }

  /**
   * {@return the fields of an object}
   *
   * @param name the name of the field
   */
  public RecordFields object(String name) {
    return new RecordFields(place(name), value(name, Object.class, "an object"));
  }

  /**
   * {@return the fields of each object in a list}
   *
   * @param name the name of the field
   */
  public ImmutableList<RecordFields> objects(String name) {
    List<?> items = value(name, List.class, "a list");
    ImmutableList.Builder<RecordFields> objects = ImmutableList.builder();
    for (int i = 0; i < items.size(); i++) {
      objects.add(new RecordFields(place(name) + "[" + i + "]", items.get(i)));
    }
    return objects.build();
  }

  /**
   * {@return a text}
   *
   * @param name the name of the field
   */
  public String text(String name) {
    return value(name, String.class, "a string");
  }

  /**
   * {@return a text; empty if there is no such field}
   *
   * @param name the name of the field
   */
  public Optional<String> optionalText(String name) {
    return fields.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /**
   * {@return a list of texts}
   *
   * @param name the name of the field
   */
  public ImmutableList<String> texts(String name) {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (Object item : value(name, List.class, "a list")) {
      texts.add(typed(name, item, String.class, "a list of strings"));
    }
    return texts.build();
  }

  /**
   * {@return whether a field is true}
   *
   * @param name the name of the field
   */
  public boolean bool(String name) {
    return value(name, Boolean.class, "true or false");
  }

  /**
   * {@return a whole number}
   *
   * @param name the name of the field
   */
  public long number(String name) {
    return value(name, Long.class, "a whole number");
  }

  /**
   * {@return a whole number that fits into an int}
   *
   * @param name the name of the field
   */
  public int integer(String name) {
    long number = number(name);
    if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the field \"%s\" must be between %d and %d, but is %d"
              .formatted(place(name), Integer.MIN_VALUE, Integer.MAX_VALUE, number));
    }
    return (int) number;
  }

  /**
   * {@return any number}
   *
   * @param name the name of the field
   */
  public double real(String name) {
    return value(name, Number.class, "a number").doubleValue();
  }

  private <T> T value(String name, Class<T> type, String inWords) {
    Object value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "the field \"%s\" must be %s, but is missing".formatted(place(name), inWords));
    }
    return typed(name, value, type, inWords);
  }

  private <T> T typed(String name, Object value, Class<T> type, String inWords) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "the field \"%s\" must be %s, but is %s"
              .formatted(place(name), inWords, VisibleText.brief(value.toString())));
    }
    return type.cast(value);
  }

  private String place(String name) {
    String brief = VisibleText.brief(name);
    return place.isEmpty() ? brief : place + "." + brief;
  }
}
