package io.prosodykit.scaffold.merge;

/**
 * Lines of a text that are different in another text.
 *
 * @param beginA the first of the lines, from 0
 * @param endA the line after the last of them; {@code beginA} if the other text adds lines
 * @param beginB the first line that replaces them in the other text, from 0
 * @param endB the line after the last of those; {@code beginB} if the other text omits lines
 */
record LineEdit(int beginA, int endA, int beginB, int endB) {

  int lengthA() {
    return endA - beginA;
  }

  int lengthB() {
    return endB - beginB;
  }

  /** {@return this edit, moved down by a number of lines in both texts} */
  LineEdit movedDown(int lines) {
    return new LineEdit(beginA + lines, endA + lines, beginB + lines, endB + lines);
  }
}
