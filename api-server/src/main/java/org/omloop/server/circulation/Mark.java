package org.omloop.server.circulation;

/**
 * How far a journal counts.
 *
 * @param size its entries
 * @param root its root hash at that size, base64
 */
public record Mark(long size, String root) {}
