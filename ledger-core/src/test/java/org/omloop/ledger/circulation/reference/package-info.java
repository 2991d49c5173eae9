/**
 * Measures a ledger once more, slowly and plainly, without the code it is compared with: every cent is an object of
 * its own, and every figure a fraction.
 */
@NullMarked
package org.omloop.ledger.circulation.reference;

import org.jspecify.annotations.NullMarked;
