package org.omloop.server.payouts;

import io.vertx.core.Future;
import java.util.List;
import org.omloop.server.bank.BankLine;

/** Finds lines of the reserve account that no order has booked. Thread-safe. */
public interface OpenLines {
  /** Returns debits, and credits that the bank calls returns, the oldest first. */
  Future<List<BankLine>> all();
}
