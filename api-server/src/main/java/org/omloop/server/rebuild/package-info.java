/**
 * Makes what is derived from the journal anew, entry by entry, with the same rules as the writer.
 */
@NullMarked
package org.omloop.server.rebuild;

import org.jspecify.annotations.NullMarked;
