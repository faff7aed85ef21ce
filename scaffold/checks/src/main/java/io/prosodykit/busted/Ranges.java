package io.prosodykit.busted;

/** Checks values that a caller sets. */
final class Ranges {
  private Ranges() {}

  /** {@return the number if it is in the range} */
  static long between(String what, long number, long least, long most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          what + " must be from " + least + " to " + most + ", not " + number);
    }
    return number;
  }
}
