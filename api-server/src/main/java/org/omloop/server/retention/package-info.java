/** Ends what is kept no longer, by the terms of docs/data-protection.md (ADR 0064). */
@NullMarked
package org.omloop.server.retention;

import org.jspecify.annotations.NullMarked;
