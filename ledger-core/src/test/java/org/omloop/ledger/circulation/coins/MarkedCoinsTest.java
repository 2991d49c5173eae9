package org.omloop.ledger.circulation.coins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Effort;
import org.omloop.ledger.circulation.csv.LedgerText;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Offset;

/** Each coin goes one way, as likely as the well-mixed rule says. */
class MarkedCoinsTest {
  private static MarkedCoins every(Rows rows) {
    return MarkedCoins.of(rows, 0, rows.size(), 1, Offset.hashed());
  }

  private static long countWith(MarkedCoins coins, Rows rows, String account) {
    return paths(coins).stream()
        .filter(path -> rows.movement(path.last()) != Movement.EXIT
            && rows.accounts().id(rows.payee(path.last())).equals(account))
        .count();
  }

  private static List<CoinPath> paths(MarkedCoins coins) {
    List<CoinPath> paths = new ArrayList<>();
    for (int coin = 0; coin < coins.size(); coin++) {
      paths.add(coins.path(coin));
    }
    return paths;
  }

  private static List<String> ids(Rows rows, CoinPath path) {
    return Arrays.stream(path.rows()).mapToObj(rows::id).toList();
  }

  @Test
  void marksAreEvenlySpacedInEachInflow() {
    Rows rows = LedgerText.read("""
        i1,0,,A,10.00,issue,
        i2,0,,A,0.07,issue,
        i3,1,,B,25.05,grant,
        """).rows();
    MarkedCoins coins = MarkedCoins.of(rows, 0, rows.size(), 100, Offset.hashed());
    List<Long> units = paths(coins).stream()
        .filter(path -> path.inflow() == 2)
        .map(path -> Long.valueOf(path.coin().substring("i3:".length())))
        .toList();
    long start = units.get(0);
    for (int at = 0; at < units.size(); at++) {
      assertEquals(start + at * 100L, units.get(at));
    }
    assertTrue(start < 100 && units.size() == (start < 5 ? 26 : 25), units.toString());
    assertEquals(10, paths(coins).stream().filter(path -> path.inflow() == 0).count());
  }

  /**
   * With SHA-256 worked out by another program: "i1" gives start 2 of 7; "i1:0t1" … "i1:5t1" give 1, 1, 0, 3, 1 and 5 of
   * 6, of which those below 3 leave.
   */
  @Test
  void marksAndWaysCanBeWorkedOutByHand() {
    Rows rows = LedgerText.read("""
        i1,0,,A,0.06,issue,
        t1,1,A,B,0.03,purchase,
        """).rows();
    assertEquals(
        List.of("i1:0", "i1:1", "i1:2", "i1:4"),
        paths(every(rows)).stream()
            .filter(path -> path.last() == 1)
            .map(CoinPath::coin)
            .toList());
    Rows more = LedgerText.read("i1,0,,A,0.20,issue,\n").rows();
    assertEquals(
        List.of("i1:2", "i1:9", "i1:16"),
        paths(MarkedCoins.of(more, 0, 1, 7, Offset.hashed())).stream()
            .map(CoinPath::coin)
            .toList());
  }

  /** A unit in a hundred is marked of an inflow of seven units in seven of a hundred cases. */
  @Test
  void smallInflowsAreMarkedAsOftenAsLargeOnes() {
    StringBuilder lines = new StringBuilder();
    for (int row = 0; row < 20_000; row++) {
      lines.append("i").append(row).append(",0,,A,0.07,issue,\n");
    }
    Rows rows = LedgerText.read(lines.toString()).rows();
    MarkedCoins coins = MarkedCoins.of(rows, 0, rows.size(), 100, Offset.hashed());
    assertEquals(1400, coins.size(), 4 * Math.sqrt(1400));
  }

  @Test
  void aLittleMoneyIsMarkedToTheLastUnit() {
    Rows rows = LedgerText.read("i1,0,,A,10.00,issue,\n").rows();
    MarkedCoins coins = MarkedCoins.of(rows, 0, rows.size(), Offset.hashed());
    assertEquals(1, coins.spacing());
    assertEquals(1000, coins.size());
    Rows much = LedgerText.read("i1,0,,A,12345.67,issue,\n").rows();
    assertEquals(12, MarkedCoins.of(much, 0, 1, Offset.hashed()).spacing());
  }

  /** circulation.md, section 4: from 90 and 10 units, eighty payments of one leave 18 and 2 in the mean. */
  @Test
  void smallPartsDieAtTheRightRate() {
    int runs = Effort.of(300, 2000);
    long small = 0;
    long left = 0;
    for (int run = 0; run < runs; run++) {
      StringBuilder lines = new StringBuilder("i1,0,,A,0.90,issue,\ni2,0,,A,0.10,issue,\n");
      for (int row = 0; row < 80; row++) {
        lines.append("t" + run + "/" + row + ",1,A,B,0.01,purchase,\n");
      }
      Rows rows = LedgerText.read(lines.toString()).rows();
      MarkedCoins coins = every(rows);
      left += countWith(coins, rows, "A");
      small += paths(coins).stream()
          .filter(path -> path.inflow() == 1 && path.rows().length == 1)
          .count();
    }
    // 1.27 and 3.9 are the standard deviations of one run.
    assertEquals(2, small / (double) runs, 4 * 1.27 / Math.sqrt(runs));
    assertEquals(20, left / (double) runs, 4 * 4 / Math.sqrt(runs));
  }

  @Test
  void coinsAreWithThoseWhoHoldTheMoney() {
    Rows rows = LedgerText.read("""
        i1,0,,A,1000.00,issue,
        t1,1,A,B,300.00,purchase,
        t2,2,B,C,300.00,b2b,
        t3,3,A,C,70.00,purchase,
        x1,4,C,,37.00,redeem,
        t4,5,A,B,0.01,purchase,
        """).rows();
    MarkedCoins coins = every(rows);
    // Binomial, so at most 4 · √(100,000 ÷ 4) away.
    assertEquals(62_999, countWith(coins, rows, "A"), 640);
    assertEquals(1, countWith(coins, rows, "B"), 5);
    assertEquals(33_300, countWith(coins, rows, "C"), 640);
  }

  @Test
  void aPaymentOfAllTakesEveryCoin() {
    Rows rows = LedgerText.read("""
        i1,0,,A,10.00,issue,
        t1,1,A,B,10.00,purchase,
        x1,2,B,,10.00,redeem,
        """).rows();
    paths(every(rows)).forEach(path -> assertEquals(List.of("i1", "t1", "x1"), ids(rows, path)));
  }

  @Test
  void aRefundTakesTheVeryCoinsThatWerePaid() {
    Rows rows = LedgerText.read("""
        i1,0,,A,10.00,issue,
        i2,0,,B,90.00,issue,
        p1,1,A,S,10.00,purchase,
        p2,1,B,S,90.00,purchase,
        r1,2,S,A,10.00,refund,p1
        """).rows();
    MarkedCoins coins = every(rows);
    paths(coins)
        .forEach(path -> assertEquals(
            path.inflow() == 0 ? List.of("i1", "p1", "r1") : List.of("i2", "p2"), ids(rows, path)));
  }

  @Test
  void aShortfallOfARefundComesFromAllTheRest() {
    Rows rows = LedgerText.read("""
        i1,0,,A,10.00,issue,
        p1,1,A,S,10.00,purchase,
        x1,2,S,,10.00,redeem,
        i2,3,,S,20.00,issue,
        r1,4,S,A,10.00,refund,p1
        """).rows();
    MarkedCoins coins = every(rows);
    assertEquals(1000, countWith(coins, rows, "A"), 4 * Math.sqrt(500));
    paths(coins).stream()
        .filter(path -> path.inflow() == 0)
        .forEach(path -> assertEquals(List.of("i1", "p1", "x1"), ids(rows, path)));
  }

  /** Half of what p1 brought goes on, so that a refund of the other half takes all of it that is left. */
  @Test
  void aRefundTakesWhatIsLeftOfThePayment() {
    Rows rows = LedgerText.read("""
        i1,0,,A,10.00,issue,
        i2,0,,S,10.00,issue,
        p1,1,A,S,10.00,purchase,
        t1,2,S,B,10.00,b2b,
        r1,3,S,A,5.00,refund,p1
        """).rows();
    MarkedCoins coins = every(rows);
    long stays = paths(coins).stream()
        .filter(path -> ids(rows, path).equals(List.of("i1", "p1")))
        .count();
    assertEquals(0, stays);
  }

  @Test
  void anOwnTransferLeavesMoneyWhatItWas() {
    Rows rows = LedgerText.read("""
        i1,0,,A,10.00,issue,
        p1,1,A,S,10.00,purchase,
        o1,2,S,S2,10.00,purchase,
        i2,2,,S,30.00,issue,
        o2,3,S2,S,10.00,purchase,
        r1,4,S,A,10.00,refund,p1
        """, """
        A,anna,,,
        S,shop,,,
        S2,shop,,,
        """).rows();
    MarkedCoins coins = every(rows);
    paths(coins).stream()
        .filter(path -> path.inflow() == 0)
        .forEach(path -> assertEquals(List.of("i1", "p1", "o1", "o2", "r1"), ids(rows, path)));
    assertEquals(3000, countWith(coins, rows, "S"));
  }

  @Test
  void onlyMoneyOfTheStretchIsMarked() {
    Rows rows = LedgerText.read("""
        i1,0,,A,10.00,issue,
        i2,1,,A,10.00,issue,
        t1,2,A,B,20.00,purchase,
        x1,3,B,,20.00,redeem,
        """).rows();
    List<CoinPath> paths = paths(MarkedCoins.of(rows, 1, 3, 1, Offset.hashed()));
    assertEquals(1000, paths.size());
    paths.forEach(path -> assertEquals(List.of("i2", "t1"), ids(rows, path)));
  }

  @Test
  void theSameRowsGiveTheSameWays() {
    StringBuilder lines = new StringBuilder("i1,0,,A,10.00,issue,\n");
    for (int row = 0; row < 50; row++) {
      lines.append("t" + row + ",1," + (row % 2 == 0 ? "A,B" : "B,A") + ",0.50,purchase,\n");
    }
    Rows rows = LedgerText.read(lines.toString()).rows();
    List<CoinPath> first = paths(every(rows));
    List<CoinPath> second = paths(every(rows));
    for (int coin = 0; coin < first.size(); coin++) {
      assertEquals(first.get(coin).coin(), second.get(coin).coin());
      assertEquals(ids(rows, first.get(coin)), ids(rows, second.get(coin)));
    }
  }

  @Test
  void aSampleIsSpreadOverAllCoins() {
    Rows rows = LedgerText.read("i1,0,,A,1.00,issue,\n").rows();
    MarkedCoins coins = every(rows);
    assertEquals(
        List.of("i1:10", "i1:30", "i1:50", "i1:70", "i1:90"),
        coins.sample(5).stream().map(CoinPath::coin).toList());
    assertEquals(100, coins.sample(200).size());
    assertEquals(100, coins.sample(200).stream().map(CoinPath::coin).distinct().count());
  }

  @Test
  void aWayMayBeVeryLong() {
    int hops = 100_000;
    StringBuilder lines = new StringBuilder("i1,0,,A,0.01,issue,\n");
    for (int row = 0; row < hops; row++) {
      lines.append("t" + row + ",1," + (row % 2 == 0 ? "A,B" : "B,A") + ",0.01,purchase,\n");
    }
    Rows rows = LedgerText.read(lines.toString()).rows();
    MarkedCoins coins = every(rows);
    assertEquals(hops + 1, coins.path(0).rows().length);
    ReturnedMoney returned = ReturnedMoney.of(coins, rows, 0, rows.size(), account -> "");
    assertEquals(hops - 1, returned.toUnit());
  }
}
