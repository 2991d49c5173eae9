package org.omloop.server.http.statement;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.Side;
import org.omloop.server.http.order.BookingText;
import org.omloop.server.http.problem.Language;

/**
 * A statement for spreadsheets (standards.md, section 2): UTF-8 with byte order mark, semicolons, decimal comma, ISO
 * dates, RFC 4180 lines; no text that a spreadsheet could take for a formula.
 */
final class CsvStatement implements StatementForm {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String FORMULA_STARTS = "=+-@\t\r";
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
  public String begin(Statement statement) {
    List<String> titles = language == Language.NL ? DUTCH : ENGLISH;
    String opening = language == Language.NL ? "beginsaldo" : "opening";
    return BYTE_ORDER_MARK
        + row(titles.toArray(String[]::new))
        + row(
            statement.period().from().toString(),
            "",
            opening,
            statement.account().value(),
            "",
            "",
            decimal(statement.opening()),
            "",
            "");
  }

  @Override
  public String line(StatementLine line) {
    String bookedAt = BookingText.time(line.entry().bookedAt());
    String amount = decimal(line.amount().minorUnits());
    return row(
        bookedAt.substring(0, 10),
        bookedAt.substring(11, 19),
        text(line.entry().kind().wireName()),
        text(line.counterparty().map(AccountId::value).orElse("")),
        line.side() == Side.DEBIT ? amount : "",
        line.side() == Side.CREDIT ? amount : "",
        decimal(line.balance()),
        Long.toString(line.entry().index()),
        line.entry().order().id().toString());
  }

  @Override
  public String end(Statement.Totals totals) {
    String closing = language == Language.NL ? "eindsaldo" : "closing";
    return row(
        "",
        "",
        closing,
        "",
        decimal(totals.debits()),
        decimal(totals.credits()),
        decimal(totals.closing()),
        "",
        "");
  }

  /** Returns a text that no spreadsheet takes for a formula. */
  static String text(String value) {
    boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
    return formula ? "'" + value : value;
  }

  private static String row(String... cells) {
    return Arrays.stream(cells).map(CsvStatement::quoted).collect(Collectors.joining(";")) + "\r\n";
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(each -> ";\"\r\n".indexOf(each) >= 0);
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private String decimal(long minorUnits) {
    return BigDecimal.valueOf(minorUnits, scale).toPlainString().replace('.', ',');
  }
}
