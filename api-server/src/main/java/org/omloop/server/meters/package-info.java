/** What the law counts: volume over twelve months, what is outstanding, and how large the network is. */
@NullMarked
package org.omloop.server.meters;

import org.jspecify.annotations.NullMarked;
