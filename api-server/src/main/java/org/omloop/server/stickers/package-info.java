/** Printed codes that stay on a counter, and what is printed around them. */
@NullMarked
package org.omloop.server.stickers;

import org.jspecify.annotations.NullMarked;
