/** An account over a period, answered in several forms and written while it is read. */
@NullMarked
package org.omloop.server.http.statement;

import org.jspecify.annotations.NullMarked;
