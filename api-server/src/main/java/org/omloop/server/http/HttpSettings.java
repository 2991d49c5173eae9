package org.omloop.server.http;

import java.util.Set;
import org.omloop.server.areas.Areas;
import org.omloop.server.payouts.FileForm;

/**
 * What an operator may set about the API.
 *
 * @param allowedOrigins web origins whose pages may call the API, such as {@code https://shop.example}
 * @param behindProxy whether a proxy of ours stands before the server, whose {@code X-Forwarded} headers are true
 * @param perAddress requests per second from one network address, in the long run; 0: unlimited
 * @param perKey orders per second signed by one key, in the long run; 0: unlimited
 * @param streamsPerKey event streams one key may hold open
 * @param areas what the circuit's areas are called, and where they are
 * @param payoutForm which payment files the bank takes
 */
public record HttpSettings(
    Set<String> allowedOrigins,
    boolean behindProxy,
    int perAddress,
    int perKey,
    int streamsPerKey,
    Areas areas,
    FileForm payoutForm) {
  /** Generous to a shop with many tills behind one address, and too little for a flood. */
  public static final HttpSettings DEFAULT =
      new HttpSettings(Set.of(), false, 200, 20, 8, Areas.NONE, FileForm.V09);

  /** As {@link #DEFAULT}, without limits on how often: for benchmarks and the demo's market. */
  public static final HttpSettings UNLIMITED =
      new HttpSettings(Set.of(), false, 0, 0, 64, Areas.NONE, FileForm.V09);

  public HttpSettings {
    allowedOrigins = Set.copyOf(allowedOrigins);
    if (perAddress < 0 || perKey < 0 || streamsPerKey < 1) {
      throw new IllegalArgumentException("limits count from 0, streams from 1");
    }
  }

  /** Returns the same behind a proxy of ours, or not. */
  public HttpSettings behindProxy(boolean isBehind) {
    return new HttpSettings(
        allowedOrigins, isBehind, perAddress, perKey, streamsPerKey, areas, payoutForm);
  }

  /** Returns the same with areas that have names. */
  public HttpSettings naming(Areas others) {
    return new HttpSettings(
        allowedOrigins, behindProxy, perAddress, perKey, streamsPerKey, others, payoutForm);
  }

  /** Returns the same with payment files in that form. */
  public HttpSettings paying(FileForm form) {
    return new HttpSettings(
        allowedOrigins, behindProxy, perAddress, perKey, streamsPerKey, areas, form);
  }
}
