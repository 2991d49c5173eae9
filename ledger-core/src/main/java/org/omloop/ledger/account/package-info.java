/** Who takes part: accounts with their facts and standing, and the keys enrolled on them. Values are immutable and thread-safe. */
@NullMarked
package org.omloop.ledger.account;

import org.jspecify.annotations.NullMarked;
