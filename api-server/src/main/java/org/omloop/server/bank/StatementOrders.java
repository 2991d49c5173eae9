package org.omloop.server.bank;

import java.security.SecureRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;

/** Writes the orders by which the server states bank statements in the journal, on its own key. Thread-safe. */
public final class StatementOrders {
  private static final long LIFE_SECONDS = Terms.LONGEST_SECONDS;

  private final Supplier<String> origin;
  private final SigningKey key;
  private final LongSupplier clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * Makes a writer.
   *
   * @param origin the ledger's
   * @param clock what entries are booked at, unix seconds
   */
  public StatementOrders(Supplier<String> origin, SigningKey key, LongSupplier clock) {
    this.origin = origin;
    this.key = key;
    this.clock = clock;
  }

  /** Returns a signed order; each call makes another one. */
  SignedOrder of(Intake.Taken taken) {
    long now = clock.getAsLong();
    BankStatement statement = taken.statement();
    Terms terms =
        new Terms(origin.get(), OrderId.create(now * 1_000, random), now, now + LIFE_SECONDS);
    return SignedOrder.sign(
        new Order.Statement(
            terms,
            statement.account().text(),
            taken.number(),
            statement.openingDate().toString(),
            statement.closingDate().toString(),
            statement.opening(),
            statement.credits(),
            statement.debits(),
            statement.closing(),
            statement.fileHash()),
        key);
  }
}
