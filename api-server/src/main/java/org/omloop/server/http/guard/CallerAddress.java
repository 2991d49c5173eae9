package org.omloop.server.http.guard;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.List;

/**
 * The network address a request comes from, as far as limits are about it: of IPv6 the first 64 bits, since one home
 * has all of the rest.
 *
 * @param isBehindProxy whether a proxy of ours stands before the server, and says where requests come from
 */
public record CallerAddress(boolean isBehindProxy) {
  private static final int GROUPS = 4;

  /**
   * Returns it as the connection has it or, behind a proxy, as that proxy wrote it: the last entry of the last {@code
   * X-Forwarded-For}, since all before it are what a caller may have sent.
   */
  public String of(HttpServerRequest request) {
    List<String> told = isBehindProxy ? request.headers().getAll("X-Forwarded-For") : List.of();
    return told.isEmpty() ? ofConnection(request) : ofHost(last(told.get(told.size() - 1)));
  }

  private static String last(String addresses) {
    return addresses.substring(addresses.lastIndexOf(',') + 1).trim();
  }

  private static String ofConnection(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    return ofHost(remote == null || remote.hostAddress() == null ? "" : remote.hostAddress());
  }

  private static String ofHost(String address) {
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
