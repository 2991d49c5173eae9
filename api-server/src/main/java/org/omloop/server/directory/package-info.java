/**
 * Who takes part, as far as the journal is committed: accounts and keys, kept in memory for every request to ask.
 */
@NullMarked
package org.omloop.server.directory;

import org.jspecify.annotations.NullMarked;
