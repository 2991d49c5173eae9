package org.omloop.server.bank;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML from outside, read without a DTD and without anything from elsewhere. Thread-safe. */
final class SafeXml {
  private SafeXml() {}

  /** Returns a reader that resolves nothing and refuses what a DTD defines. */
  static XMLStreamReader reader(byte[] bytes) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing from elsewhere is read");
    });
    return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
  }

  /** Returns why a file cannot be read, from the parser's own complaint. */
  static RefusedFile refusal(XMLStreamException cause) {
    String where = cause.getLocation() == null
        ? ""
        : "line " + cause.getLocation().getLineNumber() + ", column "
            + cause.getLocation().getColumnNumber();
    return isEncoding(cause)
        ? new RefusedFile(Check.I2, "wrong-encoding", where)
        : new RefusedFile(Check.I2, "broken-xml", where);
  }

  private static boolean isEncoding(XMLStreamException cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return cause.getNestedException() instanceof CharConversionException
        || message.contains("utf-8 sequence")
        || message.contains("encoding")
        || message.contains("malformedbyte");
  }
}
