/**
 * What Omloop is measured against on the same PostgreSQL: transfers in plain SQL, one by one and in hand-made batches.
 */
@NullMarked
package org.omloop.server.postgres.yardstick;

import org.jspecify.annotations.NullMarked;
