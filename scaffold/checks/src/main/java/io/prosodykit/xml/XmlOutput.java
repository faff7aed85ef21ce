package io.prosodykit.xml;

import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document in memory. */
public final class XmlOutput {
  private final XMLStreamWriter xml;

  private XmlOutput(XMLStreamWriter xml) {
    this.xml = xml;
  }

  private interface Step {
    void write() throws XMLStreamException;
  }

  private static void step(Step step) {
    try {
      step.write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
  }

  /**
   * Writes a document.
   *
   * @param root writes the root element
   * @return the document, which ends with a line feed
   */
  public static String text(Consumer<XmlOutput> root) {
    StringWriter text = new StringWriter();
    step(
        () -> {
          XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
          xml.writeStartDocument("UTF-8", "1.0");
          root.accept(new XmlOutput(xml));
          xml.writeEndDocument();
          xml.close();
        });
    return text.append('\n').toString();
  }

  /**
   * Begins an element.
   *
   * @param space white space before it
   * @param element its name
   */
  public void begin(String space, String element) {
    step(
        () -> {
          xml.writeCharacters(space);
          xml.writeStartElement(element);
        });
  }

  /**
   * Writes an element that has no contents, and takes attributes.
   *
   * @param space white space before it
   * @param element its name
   */
  public void empty(String space, String element) {
    step(
        () -> {
          xml.writeCharacters(space);
          xml.writeEmptyElement(element);
        });
  }

  /**
   * Adds an attribute to the element that was begun last.
   *
   * @param name its name
   * @param value its value
   */
  public void attribute(String name, String value) {
    step(() -> xml.writeAttribute(name, value));
  }

  /**
   * Writes text.
   *
   * @param text the text
   */
  public void characters(String text) {
    step(() -> xml.writeCharacters(text));
  }

  /**
   * Ends the current element.
   *
   * @param space white space before its end
   */
  public void end(String space) {
    step(
        () -> {
          xml.writeCharacters(space);
          xml.writeEndElement();
        });
  }
}
