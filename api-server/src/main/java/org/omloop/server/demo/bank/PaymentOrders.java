package org.omloop.server.demo.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a payment file (pain.001, any version) asks the bank to pay.
 *
 * @param debtorIban the account to pay from
 * @param payments in the file's order
 */
record PaymentOrders(String debtorIban, List<Payment> payments) {
  PaymentOrders {
    payments = List.copyOf(payments);
  }

  /** One of them, in euro cents. */
  record Payment(String endToEndId, long cents, String name, String iban, String text) {}

  /** Reads a file; throws {@link IllegalArgumentException} with what is wrong, and then nothing of it is paid. */
  static PaymentOrders read(byte[] file) {
    Element root = parse(file).getDocumentElement();
    List<Payment> payments = new ArrayList<>();
    NodeList all = root.getElementsByTagNameNS("*", "CdtTrfTxInf");
    for (int at = 0; at < all.getLength(); at++) {
      payments.add(payment((Element) all.item(at)));
    }
    if (payments.size() != Integer.parseInt(text(root, "NbOfTxs"))) {
      throw new IllegalArgumentException("NbOfTxs is not how many payments there are");
    }
    if (payments.stream().mapToLong(Payment::cents).sum() != cents(text(root, "CtrlSum"))) {
      throw new IllegalArgumentException("CtrlSum is not the sum of the payments");
    }
    return new PaymentOrders(text(child(root, "DbtrAcct"), "IBAN"), payments);
  }

  private static Payment payment(Element it) {
    return new Payment(
        text(it, "EndToEndId"),
        cents(text(it, "InstdAmt")),
        text(child(it, "Cdtr"), "Nm"),
        text(child(it, "CdtrAcct"), "IBAN"),
        text(it, "Ustrd"));
  }

  private static Document parse(byte[] file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException("it is no XML that can be read", e);
    }
  }

  private static Element child(Element in, String name) {
    if (in.getElementsByTagNameNS("*", name).item(0) instanceof Element found) {
      return found;
    }
    throw new IllegalArgumentException("there is no " + name);
  }

  private static String text(Element in, String name) {
    return child(in, name).getTextContent().strip();
  }

  private static long cents(String euros) {
    try {
      return new BigDecimal(euros).movePointRight(2).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(euros + " is no amount in whole cents", e);
    }
  }
}
