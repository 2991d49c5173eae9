package org.omloop.ledger.reference;

import java.math.BigInteger;

/** So much, from one account to another. */
record Move(String from, String to, BigInteger amount) {}
