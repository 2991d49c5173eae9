/** What members and the office are told, and where they want it mailed. */
@NullMarked
package org.omloop.server.http.notice;

import org.jspecify.annotations.NullMarked;
