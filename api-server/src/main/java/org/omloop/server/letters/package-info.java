/** Invitations on paper: a sheet for each person, to be folded and sent. */
@NullMarked
package org.omloop.server.letters;

import org.jspecify.annotations.NullMarked;
