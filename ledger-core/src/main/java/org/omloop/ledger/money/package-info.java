/** Money as exact integers of minor units; overflow throws, nothing rounds. Values are immutable and thread-safe. */
@NullMarked
package org.omloop.ledger.money;

import org.jspecify.annotations.NullMarked;
