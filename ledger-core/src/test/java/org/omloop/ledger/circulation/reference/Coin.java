package org.omloop.ledger.circulation.reference;

/** One cent: by which row and when it came in, how often it was passed on, when and by which row it came here. */
record Coin(String cohort, long entered, int hops, long arrived, String lastRow) {}
