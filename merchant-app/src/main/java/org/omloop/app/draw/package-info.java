/** Draws QR codes in the browser: what they say need not go to a server, and there may be none within reach. */
@NullMarked
package org.omloop.app.draw;

import org.jspecify.annotations.NullMarked;
