package org.omloop.server.web;

import io.vertx.core.buffer.Buffer;

/**
 * One file as it goes over the wire, plain and compressed. Immutable and thread-safe: the buffers
 * are only ever read.
 *
 * @param tag names these bytes: the middle of a strong entity tag (RFC 9110, 8.8.3)
 */
record StaticFile(MediaType type, Buffer plain, Buffer compressed, String tag) {

  static StaticFile of(MediaType type, byte[] bytes) {
    return new StaticFile(type, Buffer.buffer(bytes), Gzip.of(bytes), Sha256.shortHex(bytes));
  }

  /** Compressing a very small file makes it larger; such a file goes as it is. */
  boolean isWorthCompressing() {
    return compressed.length() < plain.length();
  }
}
