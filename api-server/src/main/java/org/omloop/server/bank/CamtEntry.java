package org.omloop.server.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omloop.ledger.journal.Side;

/** One booked entry of a camt.053 statement: a line, or several where the bank put payments together and says which. */
final class CamtEntry {
  private static final int DATE = 10;

  private final XmlElement entry;
  private final Iban account;
  private final String statement;
  private final int page;
  private final int position;
  private final LocalDate otherwise;
  private final Side side;
  private final long cents;

  CamtEntry(
      XmlElement entry,
      Iban account,
      String statement,
      int page,
      int position,
      LocalDate otherwise) {
    this.entry = entry;
    this.account = account;
    this.statement = statement;
    this.page = page;
    this.position = position;
    this.otherwise = otherwise;
    this.side = side(entry.text("CdtDbtInd"));
    this.cents = cents(entry).orElseThrow();
  }

  /** None where nothing moved: some banks book a notice as an entry of 0.00. */
  List<BankLine> lines() {
    if (cents == 0) {
      return List.of();
    }
    List<XmlElement> details = entry.all("NtryDtls").stream()
        .flatMap(each -> each.all("TxDtls").stream())
        .toList();
    if (details.size() <= 1) {
      XmlElement detail = details.isEmpty() ? entry : details.get(0);
      boolean addsUp = details.isEmpty() || own(detail).orElse(cents) == cents;
      return List.of(line(detail, cents, 0, addsUp));
    }
    return addUp(details) ? each(details) : List.of(line(entry, cents, 0, false));
  }

  /** I10: every part has an amount on the entry's side, and together they are the entry. */
  private boolean addUp(List<XmlElement> details) {
    long sum = 0;
    for (XmlElement detail : details) {
      String indicator = detail.text("CdtDbtInd");
      Optional<Long> own = own(detail);
      if (own.isEmpty() || own.get() == 0 || !indicator.isEmpty() && side(indicator) != side) {
        return false;
      }
      sum = Math.addExact(sum, own.get());
    }
    return sum == cents;
  }

  private List<BankLine> each(List<XmlElement> details) {
    List<BankLine> lines = new ArrayList<>();
    for (int at = 0; at < details.size(); at++) {
      lines.add(line(details.get(at), own(details.get(at)).orElseThrow(), at + 1, true));
    }
    return lines;
  }

  /** Version .02 knows a part's amount only among its details. */
  private static Optional<Long> own(XmlElement detail) {
    Optional<Long> plain = cents(detail);
    return plain.isPresent() ? plain : detail.find("AmtDtls/TxAmt").flatMap(CamtEntry::cents);
  }

  private static Optional<Long> cents(XmlElement within) {
    return within.find("Amt").map(amount -> EuroCents.read(amount.text(), amount.currency()));
  }

  private BankLine line(XmlElement detail, long amount, int part, boolean addsUp) {
    String reference = entry.text("AcctSvcrRef").isEmpty()
        ? detail.text("Refs/AcctSvcrRef")
        : entry.text("AcctSvcrRef");
    String endToEnd = detail.text("Refs/EndToEndId");
    LocalDate booked = entry.find("BookgDt").map(CamtEntry::day).orElse(otherwise);
    boolean isReturn = detail.find("RtrInf").isPresent();
    Party other = other(detail);
    return new BankLine(
        LineKey.of(account, statement, page, reference, position, part),
        position,
        booked,
        entry.find("ValDt").map(CamtEntry::day).orElse(booked),
        amount,
        side,
        CamtReader.isTrue(entry.text("RvslInd")),
        reference,
        endToEnd.equals("NOTPROVIDED") ? "" : endToEnd,
        references(detail),
        text(detail),
        other.name(),
        other.iban(),
        isReturn ? returnReason(detail) : "",
        addsUp);
  }

  private static String returnReason(XmlElement detail) {
    String reason = detail.text("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry");
    return reason.isEmpty() ? "unknown" : reason;
  }

  /** Who paid, or was paid; a return still has the parties of the payment that came back. */
  private Party other(XmlElement detail) {
    Party debtor = Party.of(detail, "Dbtr");
    Party creditor = Party.of(detail, "Cdtr");
    Party usual = side == Side.CREDIT ? debtor : creditor;
    boolean isOurs = usual.iban().equals(Optional.of(account));
    return isOurs ? (side == Side.CREDIT ? creditor : debtor) : usual;
  }

  private static List<String> references(XmlElement detail) {
    return detail.find("RmtInf").stream()
        .flatMap(each -> each.all("Strd").stream())
        .map(each -> each.text("CdtrRefInf/Ref"))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** What the payer wrote; where the bank passes that on as its own remark only, the remark. */
  private String text(XmlElement detail) {
    String written = detail.find("RmtInf").stream()
        .flatMap(each -> each.all("Ustrd").stream())
        .map(XmlElement::text)
        .collect(Collectors.joining(" "));
    if (!written.isEmpty()) {
      return written;
    }
    String remark = detail.text("AddtlTxInf");
    return remark.isEmpty() ? entry.text("AddtlNtryInf") : remark;
  }

  private record Party(String name, Optional<Iban> iban) {
    /** Version .08 puts the name one step deeper. */
    static Party of(XmlElement detail, String role) {
      String parties = "RltdPties/" + role;
      return new Party(
          detail.text(parties + "/Pty/Nm", parties + "/Nm"),
          Iban.find(detail.text(parties + "Acct/Id/IBAN")));
    }
  }

  private static Side side(String indicator) {
    return indicator.equals("DBIT") ? Side.DEBIT : Side.CREDIT;
  }

  private static LocalDate day(XmlElement choice) {
    return date(choice.text("Dt", "DtTm"));
  }

  /** A day, or a moment of which the bank's own day is taken. */
  static LocalDate date(String text) {
    return LocalDate.parse(text.substring(0, DATE));
  }
}
