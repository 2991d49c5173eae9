package org.omloop.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;

/** One journal of an audit file, in a file of its own until its totals are known. Confined to one thread. */
final class AuditJournal {
  private static final int LONGEST_ACCOUNT = 35;

  private final String id;
  private final String description;
  private final String type;
  private final Path part;
  private final Writer out;
  private final XMLStreamWriter xml;
  private long lines;
  private long debit;
  private long credit;

  AuditJournal(String id, String description, String type, Path part) throws IOException {
    this.id = id;
    this.description = description;
    this.type = type;
    this.part = part;
    this.out = Files.newBufferedWriter(part, UTF_8);
    try {
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  String id() {
    return id;
  }

  String description() {
    return description;
  }

  String type() {
    return type;
  }

  long lines() {
    return lines;
  }

  long debit() {
    return debit;
  }

  long credit() {
    return credit;
  }

  /** The last 35 characters of an id tell accounts apart: members' ids are random. */
  static String account(AccountId account) {
    String value = account.value();
    return value.substring(Math.max(0, value.length() - LONGEST_ACCOUNT));
  }

  void add(JournalEntry entry, LocalDate date, Decimal decimal) throws IOException {
    try {
      xml.writeStartElement("transaction");
      AuditFile.text(xml, "nr", String.valueOf(entry.index()));
      AuditFile.text(xml, "desc", entry.kind().wireName());
      AuditFile.text(xml, "periodNumber", String.valueOf(date.getMonthValue()));
      AuditFile.text(xml, "trDt", date.toString());
      int number = 0;
      for (Posting each : entry.postings()) {
        number++;
        line(entry, date, decimal, each, number);
      }
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void line(
      JournalEntry entry, LocalDate date, Decimal decimal, Posting posting, int number)
      throws XMLStreamException {
    boolean isDebit = posting.side() == Side.DEBIT;
    long amount = posting.amount().minorUnits();
    lines++;
    debit += isDebit ? amount : 0;
    credit += isDebit ? 0 : amount;
    xml.writeStartElement("trLine");
    AuditFile.text(xml, "nr", String.valueOf(number));
    AuditFile.text(xml, "accID", account(posting.account()));
    AuditFile.text(xml, "docRef", entry.order().id().toString());
    AuditFile.text(xml, "effDate", date.toString());
    AuditFile.text(xml, "amnt", decimal.write(amount));
    AuditFile.text(xml, "amntTp", isDebit ? "D" : "C");
    xml.writeEndElement();
  }

  void finish() throws IOException {
    try {
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
    out.close();
  }

  void copyTo(Writer whole) throws IOException {
    try (Reader in = Files.newBufferedReader(part, UTF_8)) {
      in.transferTo(whole);
    }
  }

  void close() throws IOException {
    out.close();
    Files.deleteIfExists(part);
  }
}
