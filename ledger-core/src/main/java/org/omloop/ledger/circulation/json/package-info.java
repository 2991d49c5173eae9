/** How reports are written as JSON. */
@NullMarked
package org.omloop.ledger.circulation.json;

import org.jspecify.annotations.NullMarked;
