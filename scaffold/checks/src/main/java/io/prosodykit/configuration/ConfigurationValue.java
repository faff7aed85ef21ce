package io.prosodykit.configuration;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.lua.LuaText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The value of an option. In JSON it is a text, a number or a boolean; a table is an array if it is
 * a list, and otherwise an object, whose keys are written as texts; what has no value in JSON, such
 * as a function, is a text that says so. As text it is an expression of Lua.
 *
 * @since 0.1.0
 */
public sealed interface ConfigurationValue {
  /** {@return the value in the types that JSON has} */
  @JsonValue
  Object document();

  /** {@return the text, if it is one} */
  default Optional<String> text() {
    return Optional.empty();
  }

  /**
   * {@return the elements 1, 2 … of a table, in this order; empty for any other value} A server
   * reads a list in the same way, and ignores what else the table has.
   */
  default ImmutableList<ConfigurationValue> items() {
    return ImmutableList.of();
  }

  /** {@return whether Lua takes the value as true in a condition} */
  default boolean isTrue() {
    return true;
  }

  /**
   * A text.
   *
   * @param value the text; a byte that is not UTF-8 is a visible {@code \xNN}
   */
  record Text(String value) implements ConfigurationValue {
    @Override
    public String document() {
      return value;
    }

    @Override
    public Optional<String> text() {
      return Optional.of(value);
    }

    @Override
    public String toString() {
      return LuaText.quote(value);
    }
  }

  /**
   * A number.
   *
   * @param value the number
   */
  record Numeral(double value) implements ConfigurationValue {
    private static final double LARGEST_WHOLE = 1L << 53;

    @Override
    public Object document() {
      return isWhole() ? (Object) (long) value : Double.isFinite(value) ? value : toString();
    }

    @Override
    public String toString() {
      if (!Double.isFinite(value)) {
        return Double.isNaN(value) ? "0/0" : value > 0 ? "1/0" : "-1/0";
      }
      return isWhole() ? Long.toString((long) value) : Double.toString(value);
    }

    private boolean isWhole() {
      return value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE;
    }
  }

  /**
   * A boolean.
   *
   * @param value whether it is true
   */
  record Truth(boolean value) implements ConfigurationValue {
    @Override
    public Boolean document() {
      return value;
    }

    @Override
    public boolean isTrue() {
      return value;
    }

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /**
   * A table.
   *
   * @param fields its fields: those with numbers as keys first, in their order, then those with
   *     texts, sorted
   */
  record Table(ImmutableList<Field> fields) implements ConfigurationValue {
    @Override
    public ImmutableList<ConfigurationValue> items() {
      ImmutableList.Builder<ConfigurationValue> items = ImmutableList.builder();
      double next = 1;
      for (Field field : fields) {
        if (field.key() instanceof Numeral number && number.value() == next) {
          items.add(field.value());
          next++;
        }
      }
      return items.build();
    }

    /**
     * {@return the value of a field; empty if there is none}
     *
     * @param name its key
     */
    public Optional<ConfigurationValue> field(String name) {
      return fields.stream()
          .filter(field -> field.key().text().equals(Optional.of(name)))
          .map(Field::value)
          .findFirst();
    }

    @Override
    public Object document() {
      ImmutableList<ConfigurationValue> items = items();
      if (items.size() == fields.size()) {
        return items.stream()
            .map(ConfigurationValue::document)
            .collect(ImmutableList.toImmutableList());
      }
      Map<String, Object> object = new LinkedHashMap<>();
      for (Field field : fields) {
        // a number and a text may be written the same; the number comes first
        Object unused =
            object.putIfAbsent(field.key().document().toString(), field.value().document());
      }
      return ImmutableMap.copyOf(object);
    }

    @Override
    public String toString() {
      if (fields.isEmpty()) {
        return "{}";
      }
      int items = items().size();
      List<String> parts = new ArrayList<>();
      for (Field field : fields) {
        boolean isItem = parts.size() < items && field.key() instanceof Numeral;
        parts.add(isItem ? field.value().toString() : field.toString());
      }
      return "{ " + String.join(", ", parts) + " }";
    }
  }

  /**
   * A value that no document can represent.
   *
   * @param kind what it is: {@code function}, {@code reference to an option}, which the server does
   *     not follow, or {@code table that contains itself}, for example
   */
  record Opaque(String kind) implements ConfigurationValue {
    @Override
    public String document() {
      return toString();
    }

    @Override
    public String toString() {
      return "<" + kind + ">";
    }
  }

  /**
   * A field of a table.
   *
   * @param key its key
   * @param value its value
   */
  record Field(ConfigurationValue key, ConfigurationValue value) {
    /** Prints it as in a table constructor. */
    @Override
    public String toString() {
      String name = key.text().filter(LuaText::isIdentifier).orElseGet(() -> "[" + key + "]");
      return name + " = " + value;
    }
  }
}
