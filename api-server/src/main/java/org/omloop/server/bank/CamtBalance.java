package org.omloop.server.bank;

import java.time.LocalDate;
import java.util.List;

/**
 * One balance of a camt.053 statement.
 *
 * @param cents below zero where the account was overdrawn
 */
record CamtBalance(long cents, LocalDate date) {
  /** Some banks carry the closing balance of the day before over instead of stating an opening one. */
  static CamtBalance opening(XmlElement stmt, String id, int page, boolean isLastPage) {
    List<XmlElement> opened = of(stmt, "OPBD", "PRCD");
    boolean isInterim = opened.isEmpty() && page > 1;
    return only(isInterim ? interim(stmt, true, !isLastPage) : opened, "OPBD", id);
  }

  static CamtBalance closing(XmlElement stmt, String id, int page, boolean isLastPage) {
    List<XmlElement> closed = of(stmt, "CLBD");
    boolean isInterim = closed.isEmpty() && !isLastPage;
    return only(isInterim ? interim(stmt, false, page > 1) : closed, "CLBD", id);
  }

  /** Between pages a balance is interim (ITBD); a page in the midst has two, the first of which opens it. */
  private static List<XmlElement> interim(XmlElement stmt, boolean opens, boolean inTheMidst) {
    List<XmlElement> interim = of(stmt, "ITBD");
    if (!inTheMidst || interim.size() > 2) {
      return interim;
    }
    return interim.size() < 2 ? List.of() : List.of(interim.get(opens ? 0 : 1));
  }

  private static List<XmlElement> of(XmlElement stmt, String code, String otherwise) {
    List<XmlElement> found = of(stmt, code);
    return found.isEmpty() ? of(stmt, otherwise) : found;
  }

  private static List<XmlElement> of(XmlElement stmt, String code) {
    return stmt.all("Bal").stream()
        .filter(each -> each.text("Tp/CdOrPrtry/Cd").equals(code))
        .toList();
  }

  private static CamtBalance only(List<XmlElement> balances, String code, String id) {
    if (balances.size() != 1) {
      String reason = balances.isEmpty() ? "balance-missing" : "balance-twice";
      throw new RefusedFile(Check.I5, reason, id + ": " + code);
    }
    XmlElement balance = balances.get(0);
    XmlElement amount = balance.find("Amt").orElseThrow();
    long cents = EuroCents.read(amount.text(), amount.currency());
    return new CamtBalance(
        balance.text("CdtDbtInd").equals("DBIT") ? -cents : cents,
        CamtEntry.date(balance.text("Dt/Dt", "Dt/DtTm")));
  }
}
