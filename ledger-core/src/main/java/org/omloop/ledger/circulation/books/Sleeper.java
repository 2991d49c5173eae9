package org.omloop.ledger.circulation.books;

/**
 * A unit whose money sleeps (C6).
 *
 * @param unit its number among units
 * @param balance minor units, above zero
 * @param quietFor milliseconds since it last passed money on, or since it last had nothing
 */
public record Sleeper(int unit, long balance, long quietFor) {}
