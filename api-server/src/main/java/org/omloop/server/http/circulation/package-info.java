/** How money goes round, over HTTP: reports, tables and the open-data catalogue for all; exact figures for auditors. */
@NullMarked
package org.omloop.server.http.circulation;

import org.jspecify.annotations.NullMarked;
