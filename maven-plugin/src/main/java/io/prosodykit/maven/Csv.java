package io.prosodykit.maven;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;

/** Records as RFC 4180 has them, with a line feed alone at the ends of lines. */
final class Csv {
  private final StringWriter text = new StringWriter();
  private final CsvWriter writer =
      CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);

  Csv row(String... fields) {
    writer.writeRecord(fields);
    return this;
  }

  /** Prints the records. */
  @Override
  public String toString() {
    return text.toString();
  }
}
