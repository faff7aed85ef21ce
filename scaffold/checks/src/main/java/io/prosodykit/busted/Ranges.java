package io.prosodykit.busted;

/** Checks of what a caller sets. */
final class Ranges {
  private Ranges() {}

  /** Returns the number if it is in a range. */
  static long between(String what, long number, long least, long most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          what + " is from " + least + " to " + most + ", and not " + number);
    }
    return number;
  }
}
