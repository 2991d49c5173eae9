package org.omloop.server.xml;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML in UTF-8 that is taken away piece by piece. Used by one thread at a time. */
public final class XmlPieces {
  private final StringWriter written = new StringWriter();
  private final XMLStreamWriter xml;

  /** Begins with nothing. */
  public XmlPieces() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes the declaration and opens the root. */
  public void begin(String root, String namespace) {
    write(() -> {
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(namespace);
      xml.writeStartElement(namespace, root);
      xml.writeDefaultNamespace(namespace);
    });
  }

  /** Opens an element, which holds what the inner writes. */
  public void in(String name, Runnable inner) {
    open(name);
    inner.run();
    close();
  }

  /** Writes elements around each other, of which the innermost holds a text. */
  public void text(List<String> path, String text) {
    path.forEach(this::open);
    write(() -> xml.writeCharacters(allowed(text)));
    path.forEach(each -> close());
  }

  /** Writes an element that holds a text. */
  public void text(String name, String text) {
    text(List.of(name), text);
  }

  /** Writes an element that holds a text and has an attribute. */
  public void text(String name, String attribute, String value, String text) {
    open(name);
    write(() -> {
      xml.writeAttribute(attribute, value);
      xml.writeCharacters(text);
    });
    close();
  }

  /** Opens an element. */
  public void open(String name) {
    write(() -> xml.writeStartElement(name));
  }

  /** Closes the element that was opened last. */
  public void close() {
    write(xml::writeEndElement);
  }

  /** Takes away what was written since the last time. */
  public byte[] take() {
    write(xml::flush);
    String text = written.toString();
    written.getBuffer().setLength(0);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Leaves out what XML 1.0 has no place for, not even escaped. */
  private static String allowed(String text) {
    return text.codePoints()
        .filter(each -> each == '\t'
            || each == '\n'
            || (each >= 0x20 && each <= 0xD7FF)
            || (each >= 0xE000 && each <= 0xFFFD)
            || each >= 0x10000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
