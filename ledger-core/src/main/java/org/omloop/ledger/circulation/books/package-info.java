/** What the books prove by themselves: sums over the rows that need no tracing rule (circulation.md, section 3). */
@NullMarked
package org.omloop.ledger.circulation.books;

import org.jspecify.annotations.NullMarked;
