/** Numbered, balanced, immutable entries: the leaves of the log. A refusal is an entry too. */
@NullMarked
package org.omloop.ledger.journal;

import org.jspecify.annotations.NullMarked;
