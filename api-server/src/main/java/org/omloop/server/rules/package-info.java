/** The currency's own rules as they changed and will change, and what a change would do. */
@NullMarked
package org.omloop.server.rules;

import org.jspecify.annotations.NullMarked;
