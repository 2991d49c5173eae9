package org.omloop.server.circulation;

import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;

/**
 * A report that is kept for ever, without its text. A correction is a new edition.
 *
 * @param number counts from 1 for each period and tier
 * @param size how many entries it rests on
 * @param version of all formulas together
 * @param madeAt unix seconds
 * @param sha256 of the report's text, lower-case hexadecimal
 */
public record Edition(
    Period period, Tier tier, int number, long size, int version, long madeAt, String sha256) {}
