package org.omloop.server.http.statement;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.Side;
import org.omloop.server.http.csv.Csv;
import org.omloop.server.http.order.BookingText;
import org.omloop.server.http.problem.Language;
import org.omloop.server.statements.Statement;
import org.omloop.server.statements.StatementForm;
import org.omloop.server.statements.StatementLine;

/** A statement for spreadsheets, with ISO dates. */
final class CsvStatement implements StatementForm {
  private static final List<String> DUTCH = List.of(
      "datum", "tijd (UTC)", "soort", "tegenrekening", "af", "bij", "saldo", "boeking", "opdracht");
  private static final List<String> ENGLISH = List.of(
      "date", "time (UTC)", "kind", "counterparty", "debit", "credit", "balance", "entry", "order");

  private final Language language;
  private final int scale;

  CsvStatement(Language language, int scale) {
    this.language = language;
    this.scale = scale;
  }

  @Override
  public String mediaType() {
    return "text/csv; charset=utf-8";
  }

  @Override
  public byte[] begin(Statement statement) {
    List<String> titles = language == Language.NL ? DUTCH : ENGLISH;
    String opening = language == Language.NL ? "beginsaldo" : "opening";
    String head = Csv.BYTE_ORDER_MARK + Csv.row(titles.toArray(String[]::new));
    return bytes(head
        + Csv.row(
            statement.period().from().toString(),
            "",
            opening,
            statement.account().value(),
            "",
            "",
            decimal(statement.opening()),
            "",
            ""));
  }

  @Override
  public byte[] line(StatementLine line) {
    String bookedAt = BookingText.time(line.entry().bookedAt());
    String amount = decimal(line.amount().minorUnits());
    return bytes(Csv.row(
        bookedAt.substring(0, 10),
        bookedAt.substring(11, 19),
        Csv.text(line.entry().kind().wireName()),
        Csv.text(line.counterparty().map(AccountId::value).orElse("")),
        line.side() == Side.DEBIT ? amount : "",
        line.side() == Side.CREDIT ? amount : "",
        decimal(line.balance()),
        Long.toString(line.entry().index()),
        line.entry().order().id().toString()));
  }

  @Override
  public byte[] end(Statement.Totals totals) {
    String closing = language == Language.NL ? "eindsaldo" : "closing";
    return bytes(Csv.row(
        "",
        "",
        closing,
        "",
        decimal(totals.debits()),
        decimal(totals.credits()),
        decimal(totals.closing()),
        "",
        ""));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String decimal(long minorUnits) {
    return Csv.decimal(minorUnits, scale);
  }
}
