/** What printed files have in common: letters, lines of text, tagged sheets, and how money is written. */
@NullMarked
package org.omloop.server.print;

import org.jspecify.annotations.NullMarked;
