/** Signed instructions, one type per kind of order, decoded strictly from the bytes as received. An order that is not exactly canonical is malformed: it throws {@link org.omloop.ledger.order.MalformedOrder}, and is never journalled. */
@NullMarked
package org.omloop.ledger.order;

import org.jspecify.annotations.NullMarked;
