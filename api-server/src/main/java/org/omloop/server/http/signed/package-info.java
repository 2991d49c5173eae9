/** Short signed texts other than orders: answers to challenges, session tokens, payment requests. */
@NullMarked
package org.omloop.server.http.signed;

import org.jspecify.annotations.NullMarked;
