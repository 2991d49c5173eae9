package org.omloop.server.demo.bank;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.Sha256;
import org.omloop.server.xml.XmlPieces;

/**
 * A statement of the reserve account, as camt.053.001.02. Amounts are euro cents. The same statement always gives the same
 * bytes.
 *
 * @param number counts the bank's statements from 1
 * @param first the first day it is about
 * @param last the last one
 * @param opening what stood on the account before
 * @param madeAt the moment that the file names, cut to seconds
 */
public record AccountStatement(
    String iban,
    long number,
    LocalDate first,
    LocalDate last,
    long opening,
    List<Entry> entries,
    Instant madeAt) {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";
  private static final List<String> IBAN = List.of("Id", "IBAN");

  public AccountStatement {
    entries = List.copyOf(entries);
  }

  /** Returns what came in. */
  public long credits() {
    return entries.stream().mapToLong(each -> Math.max(0, each.cents())).sum();
  }

  /** Returns what went out, as a number that is not negative. */
  public long debits() {
    return entries.stream().mapToLong(each -> Math.max(0, -each.cents())).sum();
  }

  /** Returns what stands on the account after the last day. */
  public long closing() {
    return opening + credits() - debits();
  }

  /** Returns the SHA-256 of the file, base64url. */
  public String fileHash() {
    return Base64Url.encode(Sha256.of(bytes()));
  }

  /** Returns a name for the file that sorts by number. */
  public String fileName() {
    return String.format("%05d-%s.xml", number, last);
  }

  private String id() {
    return id(iban, number);
  }

  /** Returns the bank's name for a statement. */
  static String id(String iban, long number) {
    return iban.substring(iban.length() - 10) + "-" + number;
  }

  /** Writes the file. */
  public byte[] bytes() {
    XmlPieces xml = new XmlPieces();
    String made = madeAt.truncatedTo(ChronoUnit.SECONDS).toString();
    xml.begin("Document", NAMESPACE);
    xml.in("BkToCstmrStmt", () -> {
      xml.in("GrpHdr", () -> {
        xml.text("MsgId", id());
        xml.text("CreDtTm", made);
      });
      xml.in("Stmt", () -> {
        xml.text("Id", id());
        xml.text("ElctrncSeqNb", Long.toString(number));
        xml.text("CreDtTm", made);
        xml.in("Acct", () -> {
          xml.text(IBAN, iban);
          xml.text("Ccy", "EUR");
        });
        balance(xml, "OPBD", opening, first);
        balance(xml, "CLBD", closing(), last);
        entries.forEach(each -> xml.in("Ntry", () -> line(xml, each)));
      });
    });
    xml.close();
    return xml.take();
  }

  private static void balance(XmlPieces xml, String code, long cents, LocalDate day) {
    xml.in("Bal", () -> {
      xml.text(List.of("Tp", "CdOrPrtry", "Cd"), code);
      xml.text("Amt", "Ccy", "EUR", euros(cents));
      xml.text("CdtDbtInd", cents < 0 ? "DBIT" : "CRDT");
      xml.text(List.of("Dt", "Dt"), day.toString());
    });
  }

  private void line(XmlPieces xml, Entry entry) {
    boolean isIn = entry.cents() > 0;
    xml.text("Amt", "Ccy", "EUR", euros(entry.cents()));
    xml.text("CdtDbtInd", isIn ? "CRDT" : "DBIT");
    xml.text("Sts", "BOOK");
    String booked = entry.bookedOn().orElse(last).toString();
    xml.text(List.of("BookgDt", "Dt"), booked);
    xml.text(List.of("ValDt", "Dt"), booked);
    xml.text("AcctSvcrRef", entry.reference());
    xml.in(
        "BkTxCd",
        () -> xml.in("Domn", () -> {
          xml.text("Cd", "PMNT");
          xml.in("Fmly", () -> {
            xml.text("Cd", isIn ? "RCDT" : "ICDT");
            xml.text("SubFmlyCd", entry.returnReason().isEmpty() ? "ESCT" : "RRTN");
          });
        }));
    xml.in("NtryDtls", () -> xml.in("TxDtls", () -> details(xml, entry, isIn ? "Dbtr" : "Cdtr")));
  }

  private static void details(XmlPieces xml, Entry entry, String party) {
    xml.in("Refs", () -> {
      xml.text("AcctSvcrRef", entry.reference());
      xml.text("EndToEndId", entry.endToEndId().isEmpty() ? "NOTPROVIDED" : entry.endToEndId());
    });
    xml.in(
        "AmtDtls",
        () -> xml.in("TxAmt", () -> xml.text("Amt", "Ccy", "EUR", euros(entry.cents()))));
    xml.in("RltdPties", () -> {
      xml.text(List.of(party, "Nm"), entry.otherName());
      xml.in(party + "Acct", () -> xml.text(IBAN, entry.otherIban()));
    });
    if (!entry.text().isEmpty()) {
      xml.text(List.of("RmtInf", "Ustrd"), entry.text());
    }
    if (!entry.returnReason().isEmpty()) {
      xml.text(List.of("RtrInf", "Rsn", "Cd"), entry.returnReason());
    }
  }

  private static String euros(long cents) {
    return BigDecimal.valueOf(Math.abs(cents), 2).toPlainString();
  }
}
