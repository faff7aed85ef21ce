package io.prosodykit.lint;

import io.prosodykit.text.VisibleText;
import java.io.StringWriter;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes a report as XML in the format of Checkstyle, version 4.3. */
final class CheckstyleWriter {
  private CheckstyleWriter() {}

  static String write(LintReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("checkstyle");
      xml.writeAttribute("version", "4.3");
      writeFiles(report, xml);
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return text.append('\n').toString();
  }

  private static void writeFiles(LintReport report, XMLStreamWriter xml) throws XMLStreamException {
    @Nullable Path open = null;
    for (ShownFinding shown : ShownFinding.of(report.findings())) {
      Finding finding = shown.finding();
      if (!finding.file().equals(open)) {
        if (open != null) {
          end(xml);
        }
        open = finding.file();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("file");
        xml.writeAttribute("name", VisibleText.of(JsonWriter.path(finding.file())));
      }
      write(shown, xml);
    }
    if (open != null) {
      end(xml);
    }
  }

  private static void end(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void write(ShownFinding shown, XMLStreamWriter xml) throws XMLStreamException {
    Finding finding = shown.finding();
    xml.writeCharacters("\n    ");
    xml.writeEmptyElement("error");
    xml.writeAttribute("line", String.valueOf(finding.position().line()));
    xml.writeAttribute("column", String.valueOf(finding.position().column()));
    // Checkstyle's severities are error, warning, info and ignore
    xml.writeAttribute(
        "severity", finding.severity() == Severity.NOTE ? "info" : finding.severity().toString());
    xml.writeAttribute("message", VisibleText.of(shown.message()));
    xml.writeAttribute("source", "prosody." + finding.rule().id());
  }
}
