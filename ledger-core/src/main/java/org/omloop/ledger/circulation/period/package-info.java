/**
 * The report on one calendar period: tables that screens, files and the council's print draw from. The same journal,
 * size and period give the same bytes on every machine, so that anybody with an export can repeat a published report.
 */
@NullMarked
package org.omloop.ledger.circulation.period;

import org.jspecify.annotations.NullMarked;
