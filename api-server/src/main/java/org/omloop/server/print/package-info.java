/** What printed files have in common: the letters. */
@NullMarked
package org.omloop.server.print;

import org.jspecify.annotations.NullMarked;
