package org.omloop.server.statements;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;

/** What every form of a statement stands on. */
class StatementTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-01, 2026-11-30, 11",
    "2028-02-01, 2028-02-29, 2",
    "2026-12-01, 2026-12-31, 12",
    "2026-02-01, 2026-02-27, 0",
    "2026-11-02, 2026-11-30, 0",
    "2026-11-01, 2026-12-31, 0",
    "2026-11-01, 2026-11-01, 0"
  })
  void onlyACalendarMonthThatIsOverHasANumber(LocalDate from, LocalDate until, int number) {
    StatementPeriod period = new StatementPeriod(from, until);
    OptionalInt expected = number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    assertEquals(expected, statement(period, true).number());
    assertEquals(OptionalInt.empty(), statement(period, false).number());
  }

  private static Statement statement(StatementPeriod period, boolean isOver) {
    return new Statement(SampleStatement.ANNA, period, 7, 0, 0, isOver);
  }

  @Test
  void aPeriodDoesNotEndBeforeItBegins() {
    LocalDate day = LocalDate.of(2026, 11, 2);
    assertThrows(IllegalArgumentException.class, () -> new StatementPeriod(day, day.minusDays(1)));
  }

  @Test
  void linesThatDoNotLeadToTheClosingBalanceAreNoStatement() {
    SampleStatement sample = SampleStatement.mixed();
    Statement.Totals totals = sample.totals();
    assertDoesNotThrow(() -> sample.head().requireTied(totals));
    assertThrows(IllegalStateException.class, () -> sample
        .head()
        .requireTied(
            new Statement.Totals(totals.credits() + 1, totals.debits(), totals.closing())));
    assertThrows(
        IllegalStateException.class,
        () -> sample.head().requireTied(sample.head().totalsBefore()));
  }

  /** A form of two lines. */
  private static final class TwoLines implements StatementForm {
    @Override
    public String mediaType() {
      return "text/plain";
    }

    @Override
    public long mostLines() {
      return 2;
    }

    @Override
    public byte[] begin(Statement statement) {
      return new byte[0];
    }

    @Override
    public byte[] line(StatementLine line) {
      return new byte[] {1};
    }

    @Override
    public byte[] end(Statement.Totals totals) {
      return new byte[0];
    }
  }

  @Test
  void whatAFormHasNoRoomForIsNotBegun() {
    SampleStatement sample = SampleStatement.mixed();
    StatementFold fold = new StatementFold(sample.head(), new TwoLines());
    assertArrayEquals(
        new byte[] {1, 1}, fold.add(sample.entries().subList(0, 2)).orElseThrow());
    assertArrayEquals(new byte[0], fold.add(List.of()).orElseThrow());
    assertTrue(fold.add(sample.entries().subList(2, 3)).isEmpty());
  }

  @Test
  void aFileWhoseEntriesAreNotAllThereIsNotEnded() {
    SampleStatement sample = SampleStatement.mixed();
    StatementFold fold = new StatementFold(sample.head(), new TwoLines());
    fold.add(sample.entries().subList(0, 2));
    assertThrows(IllegalStateException.class, fold::end);
  }

  @Test
  void accountsOfTheCircuitAreCalledByItsName() {
    assertEquals("Kring Proef & Zn", SampleStatement.NAMES.of(Ledger.ISSUANCE));
    assertEquals("Bakkerij Jansen", SampleStatement.NAMES.of(SampleStatement.BAKERY));
    assertEquals("anna", SampleStatement.NAMES.of(SampleStatement.ANNA));
  }

  @Test
  void anAccountThatIsTooLongKeepsAMarkOfItsOwn() {
    String stem = "an-account-with-a-name-of-forty-letter";
    String one = FileKey.account(new AccountId(stem + "1"), 34);
    assertEquals(34, one.length());
    assertEquals("anna", FileKey.account(new AccountId("anna"), 34));
    assertNotEquals(one, FileKey.account(new AccountId(stem + "2"), 34));
  }
}
