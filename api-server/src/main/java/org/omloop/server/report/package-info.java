/**
 * Readings of the journal: figures, statements, exports. Each is a fold over entries, and none is on the writer's way.
 */
@NullMarked
package org.omloop.server.report;

import org.jspecify.annotations.NullMarked;
