/** What programmes and the fund handed out. */
@NullMarked
package org.omloop.server.programmes;

import org.jspecify.annotations.NullMarked;
