/** The rules before the API: how they changed, what a change would do, and what programmes handed out. */
@NullMarked
package org.omloop.server.http.rules;

import org.jspecify.annotations.NullMarked;
