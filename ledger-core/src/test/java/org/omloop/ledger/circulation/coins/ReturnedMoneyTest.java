package org.omloop.ledger.circulation.coins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.csv.LedgerText;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Offset;

/** Money returns where its coin was before, and nowhere else. */
class ReturnedMoneyTest {
  private static final String ACCOUNTS = """
      A,anna,,,east
      S,shop,,,west
      S2,shop,,,east
      W,wholesaler,,,
      """;

  private static ReturnedMoney returned(String lines, int from) {
    Rows rows = LedgerText.read(lines, ACCOUNTS).rows();
    MarkedCoins coins = MarkedCoins.of(rows, 0, rows.size(), 1, Offset.hashed());
    return ReturnedMoney.of(coins, rows, from, rows.size(), account -> rows.accounts()
        .traits(account)
        .area());
  }

  @Test
  void aCircleReturns() {
    ReturnedMoney circle = returned("""
        i1,0,,A,1.00,issue,
        p1,1,A,S,1.00,purchase,
        p2,2,S,W,1.00,b2b,
        p3,3,W,A,1.00,wage,
        """, 0);
    // p1 to the west, p2 to nobody knows where, p3 back to the east.
    assertEquals(new ReturnedMoney(300, 100, 200, 100), circle);
  }

  @Test
  void thePayersOwnAreaIsOneWhereTheCoinWas() {
    assertEquals(new ReturnedMoney(100, 0, 100, 100), returned("""
        i1,0,,A,1.00,issue,
        p1,1,A,S2,1.00,purchase,
        """, 0));
  }

  @Test
  void onlyRowsOfThePeriodCount() {
    assertEquals(new ReturnedMoney(100, 100, 100, 100), returned("""
        i1,0,,A,1.00,issue,
        p1,1,A,S,1.00,purchase,
        p2,2,S,A,1.00,wage,
        """, 2));
  }

  @Test
  void aPaymentGivenBackWasNoVisit() {
    assertEquals(new ReturnedMoney(100, 0, 100, 0), returned("""
        i1,0,,A,1.00,issue,
        p1,1,A,S,1.00,purchase,
        r1,2,S,A,1.00,refund,p1
        p2,3,A,S,1.00,purchase,
        """, 0));
  }

  /** Given back, the coin was neither at the shop nor in the area of its other account. */
  @Test
  void anOwnTransferIsNoHopAndIsGivenBackWithThePayment() {
    assertEquals(new ReturnedMoney(100, 0, 100, 0), returned("""
        i1,0,,W,1.00,issue,
        p1,1,W,S,1.00,purchase,
        o1,2,S,S2,1.00,purchase,
        o2,3,S2,S,1.00,purchase,
        r1,4,S,W,1.00,refund,p1
        p2,5,W,A,1.00,purchase,
        """, 0));
    assertEquals(new ReturnedMoney(200, 0, 200, 100), returned("""
        i1,0,,W,1.00,issue,
        p1,1,W,S,1.00,purchase,
        o1,2,S,S2,1.00,purchase,
        p2,3,S2,A,1.00,purchase,
        """, 0));
  }

  @Test
  void nothingPassedOnIsNoShare() {
    ReturnedMoney nothing = returned("i1,0,,A,1.00,issue,\n", 0);
    assertEquals(Optional.empty(), nothing.unitShare());
    assertEquals(Optional.empty(), nothing.areaShare());
  }
}
