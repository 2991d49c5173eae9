package org.omloop.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.order.Order;

/**
 * The operator's books of one year (UTC) as XML Auditfile Financieel 4.0, as far as standards.md, section 2, states it. Its XSD
 * was not at hand, so the file says of itself that it is not confirmed. Debits and credits are those of the journal; every
 * account is a balance account, and there is no VAT on any line.
 */
public final class AuditFile implements ExportForm {
  private static final String NAMESPACE =
      "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0";
  private static final String UNCONFIRMED =
      " XAF 4.0 by the design's notes; not confirmed against the XSD of the Belastingdienst ";

  private final Path file;
  private final Year year;
  private final LocalDate created;
  private final String version;
  private final List<AuditJournal> journals;
  private final Map<AccountId, Long> opening = new TreeMap<>();
  private final Map<AccountId, String> accounts = new TreeMap<>();

  /**
   * Writes a file, over what stood there.
   *
   * @param created the date that the file names as that of its making
   * @param version of this program
   */
  public AuditFile(Path file, Year year, LocalDate created, String version) throws IOException {
    this.file = file;
    this.year = year;
    this.created = created;
    this.version = version;
    this.journals = List.of(
        new AuditJournal("BANK", "Bank", "B", beside(file)),
        new AuditJournal("MEMO", "Memoriaal", "M", beside(file)));
  }

  private static Path beside(Path file) throws IOException {
    return Files.createTempFile(file.toAbsolutePath().getParent(), ".xaf", ".part");
  }

  @Override
  public void take(JournalEntry entry, byte[] leaf, Ledger after) throws IOException {
    LocalDate date = date(entry);
    if (entry.postings().isEmpty() || date.getYear() > year.getValue()) {
      return;
    }
    for (Posting each : entry.postings()) {
      accounts.computeIfAbsent(
          each.account(), id -> after.account(id).orElseThrow().type().wireName());
      if (date.getYear() < year.getValue()) {
        opening.merge(each.account(), signed(each), Math::addExact);
      }
    }
    if (date.getYear() == year.getValue()) {
      int scale = after.genesis().map(Order.Genesis::scale).orElseThrow();
      journals.get(isOfBank(entry) ? 0 : 1).add(entry, date, new Decimal(scale));
    }
  }

  private static boolean isOfBank(JournalEntry entry) {
    return switch (entry.kind()) {
      case ISSUE, PAID_OUT, RETURNED -> true;
      default -> false;
    };
  }

  private static LocalDate date(JournalEntry entry) {
    return Instant.EPOCH
        .plus(entry.bookedAt(), ChronoUnit.MICROS)
        .atZone(ZoneOffset.UTC)
        .toLocalDate();
  }

  private static long signed(Posting posting) {
    long amount = posting.amount().minorUnits();
    return posting.side() == Side.DEBIT ? amount : -amount;
  }

  @Override
  public void finish(String checkpoint, Ledger end) throws IOException {
    for (AuditJournal each : journals) {
      each.finish();
    }
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      write(out, end.genesis().orElseThrow());
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void write(Writer out, Order.Genesis genesis) throws XMLStreamException, IOException {
    Decimal decimal = new Decimal(genesis.scale());
    XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeComment(UNCONFIRMED);
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartElement(NAMESPACE, "auditfile");
    xml.writeDefaultNamespace(NAMESPACE);
    header(xml);
    xml.writeStartElement("company");
    text(xml, "companyName", genesis.name());
    text(xml, "taxRegistrationCountry", "NL");
    text(xml, "taxRegIdent", "ONBEKEND");
    ledger(xml);
    openingBalance(xml, decimal);
    transactions(xml, out, decimal);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  private void header(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("header");
    text(xml, "fiscalYear", year.toString());
    text(xml, "startDate", year.atDay(1).toString());
    text(xml, "endDate", year.atDay(year.length()).toString());
    text(xml, "curCode", "EUR");
    text(xml, "dateCreated", created.toString());
    text(xml, "softwareDesc", "Omloop");
    text(xml, "softwareVersion", version.length() > 20 ? version.substring(0, 20) : version);
    xml.writeEndElement();
  }

  private void ledger(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("generalLedger");
    for (Map.Entry<AccountId, String> each : accounts.entrySet()) {
      xml.writeStartElement("ledgerAccount");
      text(xml, "accID", AuditJournal.account(each.getKey()));
      text(xml, "accDesc", each.getValue() + " " + each.getKey().value());
      text(xml, "accTp", "B");
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void openingBalance(XMLStreamWriter xml, Decimal decimal) throws XMLStreamException {
    List<Map.Entry<AccountId, Long>> lines = new ArrayList<>(opening.entrySet());
    lines.removeIf(each -> each.getValue() == 0);
    long debit = lines.stream().mapToLong(each -> Math.max(0, each.getValue())).sum();
    long credit =
        lines.stream().mapToLong(each -> Math.max(0, -each.getValue())).sum();
    xml.writeStartElement("openingBalance");
    text(xml, "opBalDate", year.atDay(1).toString());
    totals(xml, lines.size(), decimal.write(debit), decimal.write(credit));
    int number = 0;
    for (Map.Entry<AccountId, Long> each : lines) {
      number++;
      xml.writeStartElement("obLine");
      text(xml, "nr", String.valueOf(number));
      text(xml, "accID", AuditJournal.account(each.getKey()));
      text(xml, "amnt", decimal.write(Math.abs(each.getValue())));
      text(xml, "amntTp", each.getValue() > 0 ? "D" : "C");
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void transactions(XMLStreamWriter xml, Writer out, Decimal decimal)
      throws XMLStreamException, IOException {
    long debit = journals.stream().mapToLong(AuditJournal::debit).sum();
    long credit = journals.stream().mapToLong(AuditJournal::credit).sum();
    xml.writeStartElement("transactions");
    totals(
        xml,
        journals.stream().mapToLong(AuditJournal::lines).sum(),
        decimal.write(debit),
        decimal.write(credit));
    for (AuditJournal each : journals) {
      xml.writeStartElement("journal");
      text(xml, "jrnID", each.id());
      text(xml, "desc", each.description());
      text(xml, "jrnTp", each.type());
      xml.writeCharacters(""); // ends the tag before what follows it
      xml.flush();
      each.copyTo(out);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void totals(XMLStreamWriter xml, long lines, String debit, String credit)
      throws XMLStreamException {
    text(xml, "linesCount", String.valueOf(lines));
    text(xml, "totalDebit", debit);
    text(xml, "totalCredit", credit);
  }

  static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  @Override
  public void close() throws IOException {
    for (AuditJournal each : journals) {
      each.close();
    }
  }
}
