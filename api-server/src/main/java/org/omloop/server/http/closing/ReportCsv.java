package org.omloop.server.http.closing;

import java.time.Instant;
import java.util.Optional;
import org.omloop.server.closings.Closing;
import org.omloop.server.closings.Totals;
import org.omloop.server.http.csv.Csv;
import org.omloop.server.http.problem.Language;

/** A report as a table for spreadsheets: the totals by row, then what ties them to the journal. */
final class ReportCsv {
  private final Language language;
  private final int scale;

  ReportCsv(Language language, int scale) {
    this.language = language;
    this.scale = scale;
  }

  /** Writes the totals so far, or with a closing those it closed. */
  String write(Report report, Optional<Closing> closing) {
    StringBuilder text = new StringBuilder(Csv.BYTE_ORDER_MARK);
    text.append(Csv.row(
        dutchOr("wat", "what"),
        dutchOr("naam", "name"),
        dutchOr("betalingen", "payments"),
        dutchOr("keer geld terug", "refunds given"),
        dutchOr("betaald", "gross"),
        dutchOr("geld terug", "refunds"),
        dutchOr("netto", "net"),
        dutchOr("naar de buurtpot", "contributions")));
    text.append(row(dutchOr("totaal", "total"), "", report.tally().all()));
    appendParts(report, text);
    appendTies(report, text);
    closing.ifPresent(each -> text.append(fact(
            dutchOr("gesloten om (UTC)", "closed at (UTC)"),
            Instant.ofEpochSecond(each.closedAt()).toString()))
        .append(fact(
            dutchOr("gesloten door sleutel", "closed by key"), each.signer().text())));
    return text.toString();
  }

  private void appendParts(Report report, StringBuilder text) {
    String cashier = dutchOr("kassa", "till");
    report
        .tally()
        .byCashier()
        .forEach((key, totals) ->
            text.append(row(cashier, report.cashiers().label(key) + " " + key.text(), totals)));
    Totals rest = report.tally().withoutCashier();
    if (!rest.isNothing()) {
      text.append(row(cashier, dutchOr("geen", "none"), rest));
    }
    report
        .tally()
        .byChannel()
        .forEach((channel, totals) ->
            text.append(row(dutchOr("weg", "channel"), channel.wireName(), totals)));
  }

  private void appendTies(Report report, StringBuilder text) {
    Report.Stretch stretch = report.stretch();
    report.balances().ifPresent(balances -> text.append(
            amount(dutchOr("beginsaldo", "opening"), balances.opening()))
        .append(amount(dutchOr("andere boekingen", "other"), balances.other(report.tally())))
        .append(amount(dutchOr("eindsaldo", "closing"), balances.closing())));
    text.append(fact(dutchOr("rekening", "account"), stretch.shop().value()))
        .append(fact(dutchOr("nummer", "number"), Long.toString(stretch.number())))
        .append(fact(dutchOr("eerste boeking", "first entry"), Long.toString(stretch.first())))
        .append(fact(dutchOr("laatste boeking", "last entry"), Long.toString(stretch.size() - 1)))
        .append(fact(dutchOr("stand, boekingen", "tree size"), Long.toString(stretch.size())))
        .append(fact(dutchOr("stand, vingerafdruk", "root"), stretch.root().toString()));
  }

  private String row(String what, String name, Totals totals) {
    return Csv.row(
        what,
        Csv.text(name),
        Long.toString(totals.paymentCount()),
        Long.toString(totals.refundCount()),
        decimal(totals.gross()),
        decimal(totals.refunds()),
        decimal(totals.net()),
        decimal(totals.contributions()));
  }

  /** A number, which may begin with a minus: it is no text that could be a formula. */
  private String amount(String what, long minorUnits) {
    return Csv.row(what, decimal(minorUnits));
  }

  private static String fact(String what, String value) {
    return Csv.row(what, Csv.text(value));
  }

  private String dutchOr(String dutch, String english) {
    return language == Language.NL ? dutch : english;
  }

  private String decimal(long minorUnits) {
    return Csv.decimal(minorUnits, scale);
  }
}
