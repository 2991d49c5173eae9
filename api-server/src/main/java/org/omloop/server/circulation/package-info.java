/**
 * How money goes round, measured on the live journal: read again from its first entry at every start, on a connection
 * of its own, and never on the writer's (docs/adr/0037). Reports of periods that are over are kept and never change.
 */
@NullMarked
package org.omloop.server.circulation;

import org.jspecify.annotations.NullMarked;
