/**
 * Reads a ledger and its accounts from CSV (RFC 4180), strictly: {@link
 * org.omloop.ledger.circulation.csv.LedgerFile} gives checked rows, or names the first bad row and what is wrong
 * with it. Why the reader is our own: docs/adr/0033.
 */
@NullMarked
package org.omloop.ledger.circulation.csv;

import org.jspecify.annotations.NullMarked;
