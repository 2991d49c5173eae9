/**
 * From the journal to rows that can be measured: which movements touch the circuit, of what kind they are, and what
 * only the journal knows of them, such as a purpose, a programme or how an account was classified at the time.
 */
@NullMarked
package org.omloop.ledger.circulation.journal;

import org.jspecify.annotations.NullMarked;
