/**
 * What the writer and the store agree on: groups of entries, and the head they move.
 */
@NullMarked
package org.omloop.server.journal;

import org.jspecify.annotations.NullMarked;
