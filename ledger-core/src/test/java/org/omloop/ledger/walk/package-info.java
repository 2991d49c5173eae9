/**
 * Random walks: seeded streams of orders, half of which do not hold, for a ledger that is watched at every step. Nobody
 * wrote down what should come of them; the core and the reference have to agree.
 */
package org.omloop.ledger.walk;
