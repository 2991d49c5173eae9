/** The currency's own rules as named settings, each change a dated journal entry by two operators. */
@NullMarked
package org.omloop.ledger.policy;

import org.jspecify.annotations.NullMarked;
