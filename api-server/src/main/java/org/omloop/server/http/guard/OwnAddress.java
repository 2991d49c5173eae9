package org.omloop.server.http.guard;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/** Where a caller reached this server: what the addresses in its answers begin with. */
public final class OwnAddress {
  /** A name has 253 characters at most (RFC 1035, section 2.3.4, as text), and a port five after its colon. */
  private static final int LONGEST = 253 + 6;

  private OwnAddress() {}

  /**
   * Returns scheme and host, such as {@code https://omloop.example}.
   *
   * @throws Problem {@code malformed-request} where the caller names no host, several, or what can be none
   */
  public static String of(RoutingContext context) {
    HttpServerRequest request = context.request();
    HostAndPort host = request.authority();
    boolean isOne = host != null
        && !host.host().isEmpty()
        && host.toString().length() <= LONGEST
        && request.headers().getAll(HttpHeaders.HOST).size() <= 1;
    if (!isOne) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    return request.scheme() + "://" + host;
  }
}
