package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.BinaryOperator;
import io.prosodykit.lua.UnaryOperator;
import io.prosodykit.text.CharClass;
import java.math.BigInteger;
import java.util.Locale;

/** Computes operators whose operands are known. */
final class ConstantArithmetic {
  private static final LuaValue UNKNOWN = new LuaValue.Unknown();

  /** Longer strings are not concatenated, or a few lines could fill the memory. */
  private static final int LONGEST = 1024;

  private static final double LARGEST_INTEGER = 1L << 53;
  private static final int MOST_DIGITS = 15;
  private static final int HEX = 16;

  /** The numbers from 0 to 9, the most frequent ones in source. */
  private static final ImmutableList<LuaValue> DIGITS = digits();

  private ConstantArithmetic() {}

  private static ImmutableList<LuaValue> digits() {
    ImmutableList.Builder<LuaValue> digits = ImmutableList.builder();
    for (int i = 0; i < 10; i++) {
      digits.add(new LuaValue.Num(i));
    }
    return digits.build();
  }

  static LuaValue numeral(String text) {
    if (isInteger(text)) {
      return text.length() == 1
          ? DIGITS.get(text.charAt(0) - '0')
          : new LuaValue.Num(Long.parseLong(text));
    }
    String lower = text.toLowerCase(Locale.ROOT);
    try {
      if (!lower.startsWith("0x")) {
        return new LuaValue.Num(Double.parseDouble(lower));
      }
      boolean exponent = lower.indexOf('p') >= 0;
      return new LuaValue.Num(
          exponent || lower.indexOf('.') >= 0
              ? Double.parseDouble(exponent ? lower : lower + "p0")
              : new BigInteger(lower.substring(2), HEX).doubleValue());
    } catch (NumberFormatException e) {
      return UNKNOWN;
    }
  }

  /** Whether a numeral has only digits, and few enough to be represented exactly. */
  private static boolean isInteger(String text) {
    if (text.length() > MOST_DIGITS) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!CharClass.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static LuaValue apply(UnaryOperator operator, LuaValue operand) {
    if (operator == UnaryOperator.NEGATE && operand instanceof LuaValue.Num number) {
      return new LuaValue.Num(-number.value());
    }
    if (operator == UnaryOperator.NOT && isKnown(operand)) {
      return new LuaValue.Bool(!isTrue(operand));
    }
    return UNKNOWN;
  }

  static LuaValue apply(BinaryOperator operator, LuaValue left, LuaValue right) {
    return switch (operator) {
      case CONCATENATE -> concatenate(left, right);
      case OR -> isKnown(left) ? (isTrue(left) ? left : right) : UNKNOWN;
      case AND -> isKnown(left) ? (isTrue(left) ? right : left) : UNKNOWN;
      default ->
          left instanceof LuaValue.Num a && right instanceof LuaValue.Num b
              ? compute(operator, a.value(), b.value())
              : UNKNOWN;
    };
  }

  private static boolean isKnown(LuaValue value) {
    return !(value instanceof LuaValue.Unknown);
  }

  private static boolean isTrue(LuaValue value) {
    return !(value instanceof LuaValue.Nil)
        && !(value instanceof LuaValue.Bool bool && !bool.value());
  }

  private static LuaValue compute(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case ADD -> new LuaValue.Num(a + b);
      case SUBTRACT -> new LuaValue.Num(a - b);
      case MULTIPLY -> new LuaValue.Num(a * b);
      case DIVIDE -> new LuaValue.Num(a / b);
      case FLOOR_DIVIDE -> new LuaValue.Num(Math.floor(a / b));
      case MODULO -> new LuaValue.Num(a - Math.floor(a / b) * b);
      case POWER -> new LuaValue.Num(Math.pow(a, b));
      default -> UNKNOWN;
    };
  }

  private static LuaValue concatenate(LuaValue left, LuaValue right) {
    String a = part(left);
    String b = part(right);
    if (a.length() + b.length() > LONGEST) {
      return UNKNOWN;
    }
    boolean gapAtEnd = a.endsWith(LuaValue.Template.GAP) && b.startsWith(LuaValue.Template.GAP);
    String joined = gapAtEnd ? a + b.substring(LuaValue.Template.GAP.length()) : a + b;
    if (joined.equals(LuaValue.Template.GAP)) {
      return UNKNOWN;
    }
    return isWhole(left) && isWhole(right)
        ? new LuaValue.Text(joined)
        : new LuaValue.Template(joined);
  }

  private static String part(LuaValue value) {
    if (value instanceof LuaValue.Text text) {
      return text.value();
    } else if (value instanceof LuaValue.Template template) {
      return template.pattern();
    } else if (isWhole(value) && value instanceof LuaValue.Num number) {
      return Long.toString((long) number.value());
    }
    return LuaValue.Template.GAP;
  }

  /** Whether its text is fully known; versions of Lua print fractions differently. */
  private static boolean isWhole(LuaValue value) {
    return value instanceof LuaValue.Text
        || (value instanceof LuaValue.Num number
            && number.value() == Math.rint(number.value())
            && Math.abs(number.value()) <= LARGEST_INTEGER);
  }
}
