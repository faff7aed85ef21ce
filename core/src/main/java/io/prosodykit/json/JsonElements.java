package io.prosodykit.json;

/** The elements of one array, read one after another. */
public final class JsonElements {
  private final JsonInput in;
  private final boolean open;

  /** Reads the elements of the array at the input's position; none if it is not open. */
  JsonElements(JsonInput in, boolean open) {
    this.in = in;
    this.open = open;
  }

  /** Goes to the next element, which is then the input's value. */
  public boolean next() {
    return open && in.nextElement();
  }
}
