package org.omloop.ledger.circulation.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.csv.LedgerText;
import org.omloop.ledger.circulation.rows.Rows;

/** Paths of money through the rows. */
class PathTracingTest {
  private static final long DAY = 86_400_000;

  private static List<MoneyPath> paths(Rows rows, Rule rule, int days) {
    return PathTracing.of(rows, rule, Offset.hashed(), days * DAY);
  }

  @Test
  void pathsThatEndedComeBeforeThoseThatAreOpen() {
    Rows rows = LedgerText.read("""
            i1,0,,A,100.00,issue,
            t1,1,A,B,60.00,purchase,
            r1,2,B,A,10.00,refund,t1
            x1,4,B,,20.00,redeem,
            """).rows();
    List<MoneyPath> paths = paths(rows, Rule.FIFO, 10);
    assertEquals(4, paths.size());
    assertPath(paths.get(0), 2000, MoneyPath.End.EXIT, new int[] {0, 1, 3}, 1, 3);
    assertPath(paths.get(1), 4000, MoneyPath.End.OPEN, new int[] {0}, 10);
    assertPath(paths.get(2), 1000, MoneyPath.End.OPEN, new int[] {0, 1, 2}, 1, 1, 8);
    assertPath(paths.get(3), 3000, MoneyPath.End.OPEN, new int[] {0, 1}, 1, 9);
  }

  private static void assertPath(
      MoneyPath path, long amount, MoneyPath.End end, int[] rows, long... days) {
    assertEquals(amount, path.amount());
    assertEquals(end, path.end());
    assertArrayEquals(rows, path.rows());
    for (int wait = 0; wait < days.length; wait++) {
      assertEquals(days[wait] * DAY, path.waits()[wait]);
    }
    assertEquals(days.length, path.waits().length);
  }

  @Test
  void aPathOfAHundredThousandHopsIsFollowed() {
    StringBuilder rows = new StringBuilder("i,0,,A,1.00,issue,\n");
    int hops = 100_000;
    for (int hop = 0; hop < hops; hop++) {
      String sides = hop % 2 == 0 ? "A,B" : "B,A";
      rows.append("t").append(hop).append(",1,").append(sides).append(",1.00,gift,\n");
    }
    List<MoneyPath> paths = paths(LedgerText.read(rows.toString()).rows(), Rule.MIXED, 1);
    assertEquals(1, paths.size());
    assertEquals(hops + 1, paths.get(0).rows().length);
  }

  @Test
  void justAsLongAsTheLimitIsNotCut() {
    MoneyPath path = new MoneyPath(
        7, MoneyPath.Start.INFLOW, MoneyPath.End.OPEN, new int[] {0, 1, 2}, new long[] {3, 5, 4});
    assertEquals(1, path.cutByWait(5).size());
    assertEquals(1, path.cutByAge(12).size());
    List<MoneyPath> byWait = path.cutByWait(4);
    assertEquals(2, byWait.size());
    assertArrayEquals(new long[] {3, 4}, byWait.get(0).waits());
    assertEquals(MoneyPath.End.UNTRACKED, byWait.get(0).end());
    assertArrayEquals(new int[] {2}, byWait.get(1).rows());
    assertEquals(MoneyPath.Start.EXISTING, byWait.get(1).start());
    List<MoneyPath> byAge = path.cutByAge(4);
    assertEquals(2, byAge.size());
    assertArrayEquals(new long[] {3, 1}, byAge.get(0).waits());
    assertArrayEquals(new long[] {4}, byAge.get(1).waits());
  }
}
