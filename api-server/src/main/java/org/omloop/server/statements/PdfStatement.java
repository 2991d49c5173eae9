package org.omloop.server.statements;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.journal.Side;
import org.omloop.server.print.CircuitMoney;
import org.omloop.server.statements.PdfPaper.Column;

/**
 * A statement as PDF on A4, to read, print and send on: each line with its day, days with a total, and what each kind of
 * entry moved. It says the same as the other forms, to the last digit. Takes some tens of milliseconds and the memory of its
 * pages, so it has an end.
 */
public final class PdfStatement implements StatementForm {
  private static final byte[] NOTHING = {};
  private static final int LONGEST = 10_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

  private final CircuitMoney money;
  private final Names names;
  private final StatementWords words;
  private final PdfPaper paper;
  private final NumberFormat amounts;
  private final DateTimeFormatter days;
  private final KindSums kinds = new KindSums();

  private Optional<Statement> statement = Optional.empty();
  private Optional<LocalDate> day = Optional.empty();
  private KindSums.Sum today = KindSums.Sum.NOTHING;

  public PdfStatement(CircuitMoney money, Names names, StatementWords words) {
    this.money = money;
    this.names = names;
    this.words = words;
    paper = new PdfPaper(words.title() + " – " + money.circuit(), words.locale());
    amounts = NumberFormat.getInstance(words.locale());
    amounts.setMinimumFractionDigits(money.scale());
    amounts.setMaximumFractionDigits(money.scale());
    days = DateTimeFormatter.ofPattern("d MMMM uuuu", words.locale());
  }

  @Override
  public String mediaType() {
    return "application/pdf";
  }

  @Override
  public long mostLines() {
    return LONGEST;
  }

  @Override
  public byte[] begin(Statement of) {
    statement = Optional.of(of);
    StatementPeriod period = of.period();
    paper.sentence(money.circuit());
    paper.heading(1, words.title());
    names.holder(of.account()).ifPresent(holder -> paper.fact(words.holder(), holder));
    paper.fact(words.account(), of.account().value());
    paper.fact(words.period(), period(period));
    of.number()
        .ifPresent(
            number -> paper.fact(words.number(), number + " / " + period.from().getYear()));
    paper.fact(
        words.amountsIn(),
        money.unit().equals(money.symbol())
            ? money.unit()
            : money.unit() + " (" + money.symbol() + ")");
    paper.fact(words.opening(), amount(of.opening()));
    paper.fact(words.closing(), amount(of.closing()));
    paper.table(List.of(
        new Column(words.time(), 36, false),
        new Column(words.what(), 208, false),
        new Column(words.entry(), 50, true),
        new Column(words.debit(), 65, true),
        new Column(words.credit(), 65, true),
        new Column(words.balance(), 75, true)));
    paper.row("", words.opening(), "", "", "", amount(of.opening()));
    return NOTHING;
  }

  private String period(StatementPeriod period) {
    return days.format(period.from()) + " " + words.until() + " " + days.format(period.until())
        + " (UTC)";
  }

  @Override
  public byte[] line(StatementLine line) {
    if (!day.equals(Optional.of(line.day()))) {
      endDay();
      day = Optional.of(line.day());
      today = KindSums.Sum.NOTHING;
      paper.part(days.format(line.day()));
    }
    today = today.plus(line);
    kinds.add(line);
    boolean isIn = line.side() == Side.CREDIT;
    String amount = amount(line.amount().minorUnits());
    paper.row(
        TIME.format(line.bookedAt()),
        what(line),
        Long.toString(line.entry().index()),
        isIn ? "" : amount,
        isIn ? amount : "",
        amount(line.balance()));
    return NOTHING;
  }

  private String what(StatementLine line) {
    return words.kind(line.entry().kind())
        + line.counterparty().map(other -> ", " + names.of(other)).orElse("");
  }

  /** A day of one line is its own total. */
  private void endDay() {
    if (today.count() > 1) {
      String name = words.dayTotal() + " " + day.map(days::format).orElse("");
      paper.row("", name, "", amount(today.debits()), amount(today.credits()), "");
    }
  }

  @Override
  public byte[] end(Statement.Totals totals) {
    endDay();
    paper.rule();
    paper.row("", words.total(), "", amount(totals.debits()), amount(totals.credits()), "");
    paper.row("", words.closing(), "", "", "", amount(totals.closing()));
    endKinds();
    Statement of = statement.orElseThrow();
    paper.sentence(words.journal() + " "
        + NumberFormat.getInstance(words.locale()).format(of.treeSize()) + " " + words.entries());
    String foot =
        money.circuit() + ", " + words.account().toLowerCase(words.locale()) + " " + of.account();
    return paper.finish(
        foot, page -> words.page() + " " + page + " " + words.of() + " " + paper.pages());
  }

  private void endKinds() {
    if (day.isEmpty()) {
      paper.sentence(words.nothing());
      return;
    }
    paper.heading(2, words.byKind());
    paper.table(List.of(
        new Column(words.what(), 244, false),
        new Column(words.count(), 50, true),
        new Column(words.debit(), 65, true),
        new Column(words.credit(), 65, true)));
    kinds
        .all()
        .forEach((kind, sum) -> paper.row(
            words.kind(kind),
            Integer.toString(sum.count()),
            amount(sum.debits()),
            amount(sum.credits())));
  }

  private String amount(long minorUnits) {
    return amounts.format(money.decimal(minorUnits));
  }
}
