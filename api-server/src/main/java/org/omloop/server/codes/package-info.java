/** QR codes as outlines, for screens and for print. */
@NullMarked
package org.omloop.server.codes;

import org.jspecify.annotations.NullMarked;
