package org.omloop.server.demo.neighbourhood;

import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Classification;

/**
 * An organisation that moves, or takes up another trade, while the market goes on. Immutable.
 *
 * @param day counts from 0 for the market's first
 * @param account the organisation
 * @param classification what it is from then on
 * @param address where its door is from then on
 */
public record Change(int day, AccountId account, Classification classification, Address address) {}
