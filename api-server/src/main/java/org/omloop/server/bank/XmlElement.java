package org.omloop.server.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of a bank's file with all that is in it. Used by one thread at a time. */
final class XmlElement {
  private final String name;
  private final String currency;
  private final StringBuilder text = new StringBuilder();
  private final List<XmlElement> children = new ArrayList<>();

  private XmlElement(String name, String currency) {
    this.name = name;
    this.currency = currency;
  }

  /** Reads the element that the reader stands at, up to its end. */
  static XmlElement read(XMLStreamReader reader) throws XMLStreamException {
    String currency = reader.getAttributeValue(null, "Ccy");
    XmlElement element = new XmlElement(reader.getLocalName(), currency == null ? "" : currency);
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        element.children.add(read(reader));
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        element.text.append(reader.getText());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return element;
      }
    }
  }

  /** Returns the elements of that name directly within. */
  List<XmlElement> all(String child) {
    return children.stream().filter(each -> each.name.equals(child)).toList();
  }

  /** Returns the first element along a path such as {@code Acct/Id/IBAN}. */
  Optional<XmlElement> find(String path) {
    Optional<XmlElement> at = Optional.of(this);
    for (String step : path.split("/")) {
      at = at.flatMap(each ->
          each.children.stream().filter(child -> child.name.equals(step)).findFirst());
    }
    return at;
  }

  /** Returns the text along the first of these paths that leads anywhere; empty where none does. */
  String text(String... paths) {
    for (String path : paths) {
      Optional<XmlElement> found = find(path);
      if (found.isPresent()) {
        return found.get().text();
      }
    }
    return "";
  }

  /** Returns its own text without spaces around it. */
  String text() {
    return text.toString().strip();
  }

  /** Returns its attribute {@code Ccy}; empty where it has none. */
  String currency() {
    return currency;
  }
}
