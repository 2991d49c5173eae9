/** Orders that one operator has signed and that wait for another's signature. */
@NullMarked
package org.omloop.server.proposals;

import org.jspecify.annotations.NullMarked;
