/**
 * Where a database is and how it is reached, or in one line why it is not: the values that the embedded database
 * and an operator's own database have in common. Knows no driver and opens no connection.
 */
@NullMarked
package org.omloop.server.postgres.address;

import org.jspecify.annotations.NullMarked;
