/** Which keys sign for an account, and what a new one is invited to. */
@NullMarked
package org.omloop.server.http.key;

import org.jspecify.annotations.NullMarked;
