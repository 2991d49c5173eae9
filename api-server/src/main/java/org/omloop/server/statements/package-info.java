/**
 * An account over a period: opening, lines, closing, and sums that tie (standards.md, section 2). One model, and the forms
 * in which it is a file: to read and print, and for bookkeeping packages. Written line by line, so that a year of a busy
 * shop takes no more memory than its file.
 */
@NullMarked
package org.omloop.server.statements;

import org.jspecify.annotations.NullMarked;
