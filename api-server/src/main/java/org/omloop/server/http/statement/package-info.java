/**
 * An account over a period: opening, lines, closing, and sums that tie. One model in several forms; written while it is
 * read, so that a year of a busy shop takes no more memory than a month of it.
 */
@NullMarked
package org.omloop.server.http.statement;

import org.jspecify.annotations.NullMarked;
