/** Payment requests as the server keeps them: who asked for what, whether somebody is confirming it, what became of it. */
@NullMarked
package org.omloop.server.requests;

import org.jspecify.annotations.NullMarked;
