/** Writing XML, for files that banks and bookkeepers read. */
@NullMarked
package org.omloop.server.xml;

import org.jspecify.annotations.NullMarked;
