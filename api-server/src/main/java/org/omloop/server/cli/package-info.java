/**
 * The command line: one class per command. Exit codes: 0 all is well, 1 a problem was found, 2 wrong use.
 */
@NullMarked
package org.omloop.server.cli;

import org.jspecify.annotations.NullMarked;
