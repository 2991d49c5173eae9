/**
 * Readings of the whole journal: the public figures. A fold takes each entry on the writer's event loop, so it only adds up.
 */
@NullMarked
package org.omloop.server.report;

import org.jspecify.annotations.NullMarked;
