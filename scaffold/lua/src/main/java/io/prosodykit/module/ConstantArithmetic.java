package io.prosodykit.module;

import io.prosodykit.lua.BinaryOperator;
import io.prosodykit.lua.UnaryOperator;
import java.math.BigInteger;
import java.util.Locale;

/** Computes operators whose operands are known. */
final class ConstantArithmetic {
  private static final LuaValue UNKNOWN = new LuaValue.Unknown();

  /** Longer strings are not concatenated, or a few lines could fill the memory. */
  private static final int LONGEST = 1024;

  private static final double LARGEST_INTEGER = 1L << 53;
  private static final int HEX = 16;

  private ConstantArithmetic() {}

  static LuaValue numeral(String text) {
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
