/**
 * What callers may read: accounts, entries, statements, receipts, figures, and the log itself. Every answer says how
 * many entries it takes into account, and a list is read as the journal was when it was first asked for.
 */
@NullMarked
package org.omloop.server.http.view;

import org.jspecify.annotations.NullMarked;
