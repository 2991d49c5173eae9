package org.omloop.server.payouts;

import io.vertx.core.Future;
import java.util.List;
import org.omloop.server.bank.BankLine;

/** Finds lines of the reserve account that no order has booked. Thread-safe. */
public interface OpenLines {
  /** Returns debits, and lines that somebody has to look at, such as returns. */
  Future<List<BankLine>> all();
}
