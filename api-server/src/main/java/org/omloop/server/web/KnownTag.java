package org.omloop.server.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;

/** Whether a caller says it has already what would be answered (RFC 9110, 13.1.2). */
public final class KnownTag {
  private static final String WEAK = "W/";

  private KnownTag() {}

  /**
   * Compares weakly, as that section demands: a proxy that compresses makes tags weak.
   *
   * @param tag with its quotes, without a comma
   */
  public static boolean isNamed(String tag, RoutingContext context) {
    return context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH).stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(String::strip)
        .map(each -> each.startsWith(WEAK) ? each.substring(WEAK.length()) : each)
        .anyMatch(each -> each.equals(tag) || each.equals("*"));
  }
}
