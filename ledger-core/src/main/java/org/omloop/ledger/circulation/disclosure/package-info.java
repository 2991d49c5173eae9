/**
 * What the public may see: {@link org.omloop.ledger.circulation.disclosure.Disclosure} is the one function that every
 * public figure by period, area, sector and kind passes, {@link
 * org.omloop.ledger.circulation.disclosure.CurveDisclosure} cuts curves. The ten rules are in circulation.md, section
 * 7; what an attacker is taken to know is in docs/adr/0035.
 */
@NullMarked
package org.omloop.ledger.circulation.disclosure;

import org.jspecify.annotations.NullMarked;
