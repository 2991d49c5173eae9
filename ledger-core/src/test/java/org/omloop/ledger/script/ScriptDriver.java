package org.omloop.ledger.script;

import java.time.Instant;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.SignedOrder;

/**
 * Takes the orders of one script to a ledger of its own, and tells what became of them. The core's driver is used unless
 * the system property {@value #PROPERTY} names another {@link Factory}.
 *
 * <p>Confined to the thread of its script.
 */
public interface ScriptDriver extends AutoCloseable {
  /** Names the class of the factory to use, which has a public constructor without parameters. */
  String PROPERTY = "omloop.script.driver";

  /** Makes a driver for each script. */
  interface Factory {
    ScriptDriver create();
  }

  /** Founds the ledger; called once, before anything else. */
  void found(Founding founding);

  /** Sets the ledger's clock; it may be set back. */
  void at(Instant moment);

  /** Hands in an order and waits for the answer. */
  Answer submit(SignedOrder order);

  /** Returns an account's balance in minor units. */
  long balance(AccountId account);

  /** Returns what an account may spend now, in minor units: balance and limit, less what is held. */
  long available(AccountId account);

  /** Returns what an account may spend in some places only, in minor units, when the last entry was booked. */
  long earmarked(AccountId account);

  /** Returns how many entries the journal has. */
  long size();

  /** Returns the root over all balances that a {@code seal} states. */
  String balanceRoot();

  /** Ends the script: whatever can be checked of the whole journal is checked now. */
  @Override
  void close();
}
