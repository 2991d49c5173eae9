/**
 * The operator's books as an auditor reads them: the audit checks of the design, from R1 to P2, over what a replay of the
 * journal tells and what stands in the database beside it. Nothing here reads a file or a database, so that a test can
 * alter one thing and see which checks fail.
 */
@NullMarked
package org.omloop.server.books;

import org.jspecify.annotations.NullMarked;
