/** The council's paper: a report on how money went round, on a few sheets of A4, as PDF (docs/adr/0039). */
@NullMarked
package org.omloop.server.council;

import org.jspecify.annotations.NullMarked;
