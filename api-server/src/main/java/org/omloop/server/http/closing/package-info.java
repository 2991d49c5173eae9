/** A shop's day over HTTP: its sales, the totals since the last closing (X), and the closings (Z). */
@NullMarked
package org.omloop.server.http.closing;

import org.jspecify.annotations.NullMarked;
