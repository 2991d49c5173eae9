/**
 * How a ledger begins: the settings file, the server's keys, and the operators' one-time codes.
 */
@NullMarked
package org.omloop.server.founding;

import org.jspecify.annotations.NullMarked;
