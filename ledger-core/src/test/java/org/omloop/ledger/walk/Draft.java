package org.omloop.ledger.walk;

import java.util.List;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.signing.SigningKey;

/** An order of a walk, and the keys that sign it. */
record Draft(Order order, List<SigningKey> signers) {}
