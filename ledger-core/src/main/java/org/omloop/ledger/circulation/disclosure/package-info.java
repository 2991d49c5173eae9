/**
 * What the public may see. {@link org.omloop.ledger.circulation.disclosure.QuarterTables} is the one function that every
 * public sum over rows passes; {@link org.omloop.ledger.circulation.disclosure.Disclosure} is its form for fixed cells of
 * one cube, with revised editions; {@link org.omloop.ledger.circulation.disclosure.CurveDisclosure} cuts curves. The ten rules are in circulation.md, section
 * 7; what an attacker is taken to know is in docs/adr/0035
 * and 0036.
 */
@NullMarked
package org.omloop.ledger.circulation.disclosure;

import org.jspecify.annotations.NullMarked;
