/**
 * The way in for signed orders: read strictly, verified on a pool of their own, submitted, and answered with a receipt.
 * No session is needed, since an order's signatures say who may do what.
 */
@NullMarked
package org.omloop.server.http.order;

import org.jspecify.annotations.NullMarked;
