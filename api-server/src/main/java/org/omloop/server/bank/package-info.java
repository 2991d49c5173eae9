/**
 * The reserve's bank account: its references, its statements as files, and which line belongs to whom. No HTTP and no
 * database: {@link org.omloop.server.bank.BankStore} keeps what is known.
 */
@NullMarked
package org.omloop.server.bank;

import org.jspecify.annotations.NullMarked;
