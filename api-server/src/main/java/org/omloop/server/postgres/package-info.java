/**
 * The journal in PostgreSQL, and the way there: one statement to write a group, plain queries to read; before that,
 * start the embedded server or find the operator's own, migrate as its owner, and hand out connections for two lesser
 * roles. The writer may add to the journal and change or delete nothing in it; the reader may read. Nobody else speaks
 * SQL.
 */
@NullMarked
package org.omloop.server.postgres;

import org.jspecify.annotations.NullMarked;
