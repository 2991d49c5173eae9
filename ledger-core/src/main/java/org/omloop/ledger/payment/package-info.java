/**
 * Payment requests: what a payee asks for, signed. Values and their texts only; whether a request is open, the ledger
 * and the server know.
 */
@NullMarked
package org.omloop.ledger.payment;

import org.jspecify.annotations.NullMarked;
