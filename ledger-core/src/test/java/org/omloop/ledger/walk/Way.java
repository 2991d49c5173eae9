package org.omloop.ledger.walk;

import java.util.function.Supplier;

/** One way to draft an order, and how often it is taken beside the others. */
record Way(int weight, Supplier<Draft> draft) {}
