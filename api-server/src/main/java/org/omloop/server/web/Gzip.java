package org.omloop.server.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Answers that are compressed once and sent often (RFC 9110, 8.4.1.3). */
public final class Gzip {
  private Gzip() {}

  /** Returns the bytes compressed; of a very small answer that is longer. */
  public static Buffer of(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory failed to take bytes", e);
    }
    return Buffer.buffer(compressed.toByteArray());
  }

  /** Tells whether the caller takes a compressed answer. */
  public static boolean isTaken(RoutingContext context) {
    return context.parsedHeaders().acceptEncoding().stream()
        .anyMatch(encoding -> "gzip".equals(encoding.value()) && encoding.weight() > 0);
  }
}
