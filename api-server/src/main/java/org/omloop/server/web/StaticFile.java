package org.omloop.server.web;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * One file as it goes over the wire, plain and compressed. Immutable and thread-safe: the buffers
 * are only ever read.
 *
 * @param tag names these bytes: the middle of a strong entity tag (RFC 9110, 8.8.3)
 */
record StaticFile(MediaType type, Buffer plain, Buffer compressed, String tag) {

  static StaticFile of(MediaType type, byte[] bytes) {
    return new StaticFile(
        type, Buffer.buffer(bytes), Buffer.buffer(gzip(bytes)), Sha256.shortHex(bytes));
  }

  /** Compressing a very small file makes it larger; such a file goes as it is. */
  boolean isWorthCompressing() {
    return compressed.length() < plain.length();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory failed to take bytes", e);
    }
    return compressed.toByteArray();
  }
}
