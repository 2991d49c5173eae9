package org.omloop.server.http.guard;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/**
 * The network address a request comes from, as far as limits are about it: of IPv6 the first 64 bits, since one home
 * has all of the rest.
 */
public final class CallerAddress {
  private static final int GROUPS = 4;

  private CallerAddress() {}

  public static String of(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    String address = remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
    return address.indexOf(':') < 0 ? address : network(address);
  }

  /** Java writes IPv6 addresses in full, without {@code ::}. */
  private static String network(String address) {
    int end = -1;
    for (int group = 0; group < GROUPS; group++) {
      end = address.indexOf(':', end + 1);
      if (end < 0) {
        return address;
      }
    }
    return address.substring(0, end);
  }
}
