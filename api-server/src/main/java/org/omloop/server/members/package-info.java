/** Who the members are that anybody may pay, as the office states it. Personal data, so it is in no journal. */
@NullMarked
package org.omloop.server.members;

import org.jspecify.annotations.NullMarked;
