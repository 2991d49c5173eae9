/** Short signed texts other than orders: answers to challenges, session tokens, payment requests,
 * statements about members. */
@NullMarked
package org.omloop.server.signed;

import org.jspecify.annotations.NullMarked;
