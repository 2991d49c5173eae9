package org.omloop.server.requests;

/**
 * A payment request that waits on a person's phone.
 *
 * @param offeredAt when it was put there, the last time if more than once; unix seconds
 */
public record Offer(PaymentRequest request, long offeredAt) {}
