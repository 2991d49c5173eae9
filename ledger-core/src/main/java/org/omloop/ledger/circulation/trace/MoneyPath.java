package org.omloop.ledger.circulation.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The way of one amount through the ledger, or a piece of it.
 *
 * <p>Immutable, unless somebody writes to an array.
 *
 * @param amount minor units
 * @param rows the rows it went by, in order
 * @param waits milliseconds it lay between each two rows, and after the last where it did not leave
 */
public record MoneyPath(long amount, Start start, End end, int[] rows, long[] waits) {
  /** How a path begins. */
  public enum Start {
    /** By coming into the circuit. */
    INFLOW,
    /** Behind a cut: the money was there. */
    EXISTING
  }

  /** How a path ends. */
  public enum End {
    /** By leaving the circuit. */
    EXIT,
    /** With money that is inside. */
    OPEN,
    /** At a cut: the money lay for too long. */
    UNTRACKED
  }

  /** Cuts the path where money lay in one place for longer than a limit in milliseconds; just as long is not longer. */
  public List<MoneyPath> cutByWait(long limit) {
    return cut(limit, false);
  }

  /** Cuts the path where more than a limit in milliseconds has passed since it, or its piece, began. */
  public List<MoneyPath> cutByAge(long limit) {
    return cut(limit, true);
  }

  private List<MoneyPath> cut(long limit, boolean fromStart) {
    List<MoneyPath> pieces = new ArrayList<>();
    Start pieceStart = start;
    int first = 0;
    long passed = 0;
    for (int wait = 0; wait < waits.length; wait++) {
      long left = fromStart ? limit - passed : limit;
      if (waits[wait] <= left) {
        passed += waits[wait];
        continue;
      }
      long[] before = Arrays.copyOfRange(waits, first, wait + 1);
      before[wait - first] = left;
      pieces.add(new MoneyPath(
          amount, pieceStart, End.UNTRACKED, Arrays.copyOfRange(rows, first, wait + 1), before));
      pieceStart = Start.EXISTING;
      first = wait + 1;
      passed = 0;
    }
    // Money that lies after the last row for too long has no piece after the cut: nothing brought
    // it anywhere.
    if (first < rows.length) {
      pieces.add(new MoneyPath(
          amount,
          pieceStart,
          end,
          Arrays.copyOfRange(rows, first, rows.length),
          Arrays.copyOfRange(waits, first, waits.length)));
    }
    return List.copyOf(pieces);
  }
}
