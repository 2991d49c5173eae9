/**
 * The independent check of an exported journal: files in, report out. It asks no server and no database, and decides
 * with the same core as the writer did.
 *
 * <p>Reading and checking signatures use all cores; replay is one thread, between the two. What is in flight is bounded,
 * whatever the journal's length.
 */
@NullMarked
package org.omloop.server.audit;

import org.jspecify.annotations.NullMarked;
