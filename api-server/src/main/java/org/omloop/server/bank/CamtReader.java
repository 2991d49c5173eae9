package org.omloop.server.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads camt.053.001.02, .04 and .08 (standards: ISO 20022 bank to customer statement). */
final class CamtReader {
  private final String fileHash;
  private int page = 1;
  private boolean isLastPage = true;

  private CamtReader(String fileHash) {
    this.fileHash = fileHash;
  }

  /**
   * Reads all statements of a file.
   *
   * @throws RefusedFile where the file is no such file, or one of its statements lacks what it needs
   */
  static List<BankStatement> read(byte[] file, String fileHash) {
    try {
      namespace(file).check(file);
      return new CamtReader(fileHash).statements(SafeXml.reader(file));
    } catch (XMLStreamException e) {
      throw SafeXml.refusal(e);
    }
  }

  /** Finds out what it is before anything is believed, and that it is XML up to its end. */
  private static CamtSchema namespace(byte[] file) throws XMLStreamException {
    XMLStreamReader reader = SafeXml.reader(file);
    CamtSchema schema = root(reader);
    while (reader.hasNext()) {
      reader.next();
    }
    return schema;
  }

  private static CamtSchema root(XMLStreamReader reader) throws XMLStreamException {
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        throw new RefusedFile(
            Check.I2, "has-dtd", "line " + reader.getLocation().getLineNumber());
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        String namespace = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
        return CamtSchema.of(namespace)
            .orElseThrow(() -> new RefusedFile(
                Check.I2, "unknown-version", reader.getLocalName() + " " + namespace));
      }
    }
  }

  private List<BankStatement> statements(XMLStreamReader reader) throws XMLStreamException {
    List<BankStatement> statements = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        if (reader.getLocalName().equals("GrpHdr")) {
          pages(XmlElement.read(reader).find("MsgPgntn"));
        } else if (reader.getLocalName().equals("Stmt")) {
          statements.add(statement(XmlElement.read(reader)));
        }
      }
    }
    return statements;
  }

  private void pages(Optional<XmlElement> pagination) {
    pagination.ifPresent(each -> {
      page = Integer.parseInt(each.text("PgNb"));
      isLastPage = isTrue(each.text("LastPgInd"));
    });
  }

  private BankStatement statement(XmlElement stmt) {
    pages(stmt.find("StmtPgntn"));
    String iban = stmt.text("Acct/Id/IBAN", "Acct/Id/Othr/Id");
    Iban account =
        Iban.find(iban).orElseThrow(() -> new RefusedFile(Check.I3, "other-account", iban));
    String id = stmt.text("Id");
    CamtBalance opening = CamtBalance.opening(stmt, id, page, isLastPage);
    CamtBalance closing = CamtBalance.closing(stmt, id, page, isLastPage);
    String number = stmt.text("ElctrncSeqNb");
    String copy = stmt.text("CpyDplctInd");
    return new BankStatement(
        id,
        number.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number(number)),
        account,
        opening.date(),
        closing.date(),
        opening.cents(),
        closing.cents(),
        lines(stmt, account, id, closing.date()),
        fileHash,
        copy.isEmpty() ? Optional.empty() : Optional.of(copy),
        page,
        isLastPage);
  }

  private static long number(String text) {
    try {
      return new java.math.BigDecimal(text).longValueExact();
    } catch (ArithmeticException e) {
      throw new RefusedFile(Check.I2, "not-as-schema", "ElctrncSeqNb " + text);
    }
  }

  private List<BankLine> lines(XmlElement stmt, Iban account, String id, LocalDate closingDate) {
    List<BankLine> lines = new ArrayList<>();
    int position = 0;
    for (XmlElement entry : stmt.all("Ntry")) {
      position++;
      if (entry.text("Sts/Cd", "Sts").equals("BOOK")) {
        lines.addAll(new CamtEntry(entry, account, id, page, position, closingDate).lines());
      }
    }
    return LineKey.distinct(lines, account, id, page);
  }

  static boolean isTrue(String text) {
    return text.equals("true") || text.equals("1");
  }
}
