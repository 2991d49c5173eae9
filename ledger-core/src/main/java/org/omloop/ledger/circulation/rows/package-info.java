/**
 * The rows of a ledger as they are measured: who paid whom, when, how much, and what that does to money in the
 * circuit. Whoever makes {@link org.omloop.ledger.circulation.rows.Rows} has checked them; folds only read.
 */
@NullMarked
package org.omloop.ledger.circulation.rows;

import org.jspecify.annotations.NullMarked;
