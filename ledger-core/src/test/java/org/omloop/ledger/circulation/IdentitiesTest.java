package org.omloop.ledger.circulation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.csv.LedgerText;
import org.omloop.ledger.circulation.flow.Certificate;
import org.omloop.ledger.circulation.flow.NamedEdges;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.LotTracing;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.TracedFigures;

/** Lots that do not agree with the books are found, and the identity is named. */
class IdentitiesTest {
  private static final Rows ROWS = LedgerText.read(
          "i1,0,,A,1.00,issue,\nt1,1,A,B,0.60,gift,\nx1,2,B,,0.50,redeem,\n")
      .rows();

  private static Books books(int count) {
    Books books = new Books(ROWS);
    for (int row = 0; row < count; row++) {
      books.fold(row);
    }
    books.until(ROWS.time(2));
    return books;
  }

  private static LotTracing tracing() {
    LotTracing tracing = new LotTracing(ROWS, Rule.FIFO, Offset.hashed());
    for (int row = 0; row < ROWS.size(); row++) {
      tracing.fold(row);
    }
    return tracing;
  }

  private static TracedFigures traced() {
    return tracing().figures(ROWS.time(2));
  }

  private static TracedFigures with(long hopSum, long moneyTime, long open, long exited) {
    TracedFigures right = traced();
    return new TracedFigures(
        Optional.empty(),
        right.hopSum().add(BigInteger.valueOf(hopSum)),
        right.moneyTime().add(BigInteger.valueOf(moneyTime)),
        right.open() + open,
        right.exited() + exited,
        right.passedOn(),
        right.passedOnAgain(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  private static String failure(TracedFigures traced) {
    return assertThrows(IdentityFailed.class, () -> Identities.check(books(3), Rule.FIFO, traced))
        .getMessage();
  }

  @Test
  void booksAndLotsAgree() {
    assertDoesNotThrow(() -> Identities.check(books(3), Rule.FIFO, traced()));
    assertDoesNotThrow(() -> Identities.check(books(3), Rule.FIFO, tracing(), ROWS.accounts()));
  }

  @Test
  void aDifferenceIsNamed() {
    assertEquals(
        "identity (a) under fifo fails: the books say 60, the lots 61", failure(with(1, 0, 0, 0)));
    assertEquals(
        "identity (b) under fifo fails: the books say 17280000000, the lots 17280000001",
        failure(with(0, 1, 0, 0)));
    assertEquals(
        "identity stock under fifo fails: the books say 50, the lots 49",
        failure(with(0, 0, -1, 0)));
    assertEquals(
        "identity exits under fifo fails: the books say 50, the lots 52",
        failure(with(0, 0, 0, 2)));
  }

  @Test
  void anAccountWithOtherLotsThanItsBalanceIsNamed() {
    assertEquals(
        "identity balance of B under fifo fails: the books say 60, the lots 10",
        assertThrows(
                IdentityFailed.class,
                () -> Identities.check(books(2), Rule.FIFO, tracing(), ROWS.accounts()))
            .getMessage());
  }

  @Test
  void aCertificateThatDoesNotHoldIsNamed() {
    assertEquals(
        "the certificate of the maximum circulation fails: edge 0 carries 0 of 5 at r = 1",
        assertThrows(
                IdentityFailed.class,
                () -> Identities.check(
                    new NamedEdges().add("A", "B", 5).graph(),
                    new Certificate(new long[1], new long[2])))
            .getMessage());
  }
}
