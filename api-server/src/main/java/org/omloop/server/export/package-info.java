/**
 * The journal written out for those who check or study it: as a log in files, as a plain-text journal, and as tables of
 * movements. Reads leaf by leaf and decides each order again on the way, so that a journal that does not hold is not
 * passed on.
 */
@NullMarked
package org.omloop.server.export;

import org.jspecify.annotations.NullMarked;
