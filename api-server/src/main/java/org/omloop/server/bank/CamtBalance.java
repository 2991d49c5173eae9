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
  static CamtBalance opening(XmlElement stmt, String id) {
    List<XmlElement> opened = of(stmt, "OPBD");
    return only(opened.isEmpty() ? of(stmt, "PRCD") : opened, "OPBD", id);
  }

  static CamtBalance closing(XmlElement stmt, String id) {
    return only(of(stmt, "CLBD"), "CLBD", id);
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
