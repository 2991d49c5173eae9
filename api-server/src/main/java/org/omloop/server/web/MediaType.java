package org.omloop.server.web;

import java.util.Arrays;
import java.util.Optional;

/** A kind of file a browser may ask for; a file of any other kind is not served. */
enum MediaType {
  HTML(".html", "text/html; charset=utf-8"),
  SCRIPT(".js", "text/javascript; charset=utf-8"),
  MODULE(".mjs", "text/javascript; charset=utf-8"),
  STYLE(".css", "text/css; charset=utf-8"),
  PICTURE(".svg", "image/svg+xml"),
  MANIFEST(".webmanifest", "application/manifest+json");

  private final String ending;
  private final String contentType;

  MediaType(String ending, String contentType) {
    this.ending = ending;
    this.contentType = contentType;
  }

  /** The kind that a path's ending names; empty for a file that is none of the browser's business. */
  static Optional<MediaType> of(String path) {
    return Arrays.stream(values()).filter(type -> path.endsWith(type.ending)).findFirst();
  }

  /** The value of the {@code Content-Type} header. */
  String contentType() {
    return contentType;
  }
}
