package org.omloop.server.statements;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.Side;
import org.omloop.server.print.CircuitMoney;

/**
 * A statement as one SWIFT MT940 message, for packages that read nothing newer. ASCII, lines end in CR LF. Fields and lengths
 * by SWIFT's Customer Statement Message; field 86 has the code words that Dutch banks use: NAME, EREF, REMI.
 */
public final class Mt940Statement implements StatementForm {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd");
  private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("MMdd");
  private static final int LONGEST_ACCOUNT = 35;
  private static final int LONGEST_AMOUNT = 15;
  private static final int LINE = 65;
  private static final int LINES = 6;
  private static final String NEW_LINE = "\r\n";

  private final CircuitMoney money;
  private final Names names;
  private final StatementWords words;
  private LocalDate lastDay = LocalDate.EPOCH;

  public Mt940Statement(CircuitMoney money, Names names, StatementWords words) {
    this.money = money;
    this.names = names;
    this.words = words;
  }

  @Override
  public String mediaType() {
    return "text/plain; charset=us-ascii";
  }

  @Override
  public byte[] begin(Statement statement) {
    StatementPeriod period = statement.period();
    lastDay = period.until();
    return bytes(field("20", FileKey.shortId(period))
        + field("25", FileKey.account(statement.account(), LONGEST_ACCOUNT))
        + field("28C", statement.number().orElse(0) + "/1")
        + field("60F", balance(period.from(), statement.opening())));
  }

  @Override
  public byte[] line(StatementLine line) {
    String booked = DAY.format(line.day())
        + SHORT_DAY.format(line.day())
        + (line.side() == Side.CREDIT ? "C" : "D")
        + amount(line.amount().minorUnits())
        + "NMSC"
        + line.entry().index();
    List<String> about = SwiftText.lines(about(line), LINE, LINES);
    return bytes(field("61", booked) + field("86", String.join(NEW_LINE, about)));
  }

  private String about(StatementLine line) {
    String kind = words.kind(line.entry().kind());
    String name = line.counterparty().map(this::name).orElse("");
    String from = line.counterparty()
        .map(account -> ", " + words.account().toLowerCase(words.locale()) + " " + account)
        .orElse("");
    return (name.isEmpty() ? "" : "/NAME/" + name)
        + "/EREF/" + line.orderReference()
        + "/REMI/" + SwiftText.value(kind + from);
  }

  private String name(AccountId account) {
    String name = SwiftText.value(names.of(account));
    return name.isEmpty() ? account.value() : name;
  }

  @Override
  public byte[] end(Statement.Totals totals) {
    return bytes(field("62F", balance(lastDay, totals.closing())) + "-" + NEW_LINE);
  }

  private String balance(LocalDate day, long minorUnits) {
    String sign = minorUnits < 0 ? "D" : "C";
    return sign + DAY.format(day) + money.isoCode() + amount(Math.abs(minorUnits));
  }

  /** With a comma always, also when nothing follows it. */
  private String amount(long minorUnits) {
    String text = money.decimal(minorUnits).toPlainString().replace('.', ',');
    String amount = text.contains(",") ? text : text + ",";
    if (amount.length() > LONGEST_AMOUNT) {
      throw new IllegalStateException(amount + " is longer than an amount in MT940 may be");
    }
    return amount;
  }

  private static String field(String tag, String value) {
    return ":" + tag + ":" + value + NEW_LINE;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
