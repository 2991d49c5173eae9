package org.omloop.server.webhooks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Sends messages over HTTPS. The name is looked up once, every address found is checked, and the connection goes to one
 * that was checked, so that a second look-up cannot lead elsewhere; the certificate is checked for the name. Redirects
 * are not followed. Thread-safe.
 */
public final class Sender {
  private static final int CONNECTIONS = 64;
  private static final int LOOKUPS = 8;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private final AddressRule rule;
  private final HttpClient client;
  private final WorkerExecutor names;
  private final Duration most;

  /**
   * Makes a sender; blocks while it reads the certificate authorities.
   *
   * @throws IllegalArgumentException with one line for the operator where that fails
   */
  public Sender(Vertx vertx, WebhookSettings settings) {
    this.rule = settings.rule();
    this.most = settings.patience();
    this.names = vertx.createSharedWorkerExecutor("webhook-names", LOOKUPS);
    HttpClientOptions options = new HttpClientOptions()
        .setSsl(true)
        .setVerifyHost(true)
        .setKeepAlive(false)
        .setConnectTimeout((int) most.toMillis())
        .setTrustOptions(TrustOptions.wrap(Authorities.with(settings.authorities())));
    this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  /** Tries to bring a message; the future always succeeds. */
  public Future<Answer> send(EndpointUrl url, SignedMessage message) {
    return names
        .executeBlocking(() -> InetAddress.getAllByName(url.host()), false)
        .compose(found -> Arrays.stream(found).allMatch(rule::allows)
            ? post(url, found[0], message)
            : Future.succeededFuture(Answer.none("address-refused")))
        .timeout(most.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(cause -> Answer.none(trouble(cause)));
  }

  private Future<Answer> post(EndpointUrl url, InetAddress address, SignedMessage message) {
    RequestOptions options = new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
        .setHost(url.host())
        .setPort(url.port())
        .setSsl(true)
        .setURI(url.path())
        .setFollowRedirects(false)
        .setTimeout(most.toMillis())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.USER_AGENT, "Omloop")
        .putHeader("webhook-id", message.id())
        .putHeader("webhook-timestamp", Long.toString(message.timestamp()))
        .putHeader("webhook-signature", message.signature());
    return client.request(options).compose(request -> request
        .send(Buffer.buffer(message.body()))
        .map(Sender::answer)
        .onComplete(over -> leave(request)));
  }

  /** What the receiver says beside its status is not read, however long it is. */
  private static void leave(HttpClientRequest request) {
    request.connection().close();
  }

  private static Answer answer(HttpClientResponse response) {
    String wish = response.getHeader(HttpHeaders.RETRY_AFTER);
    return Answer.of(
        response.statusCode(),
        wish == null ? OptionalLong.empty() : retryAfter(wish, Instant.now()));
  }

  /** Reads a number of seconds or a date (RFC 9110, section 10.2.3); empty for anything else. */
  static OptionalLong retryAfter(String wish, Instant now) {
    if (SECONDS.matcher(wish).matches()) {
      return OptionalLong.of(Long.parseLong(wish));
    }
    try {
      Instant until =
          ZonedDateTime.parse(wish, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return OptionalLong.of(Math.max(0, Duration.between(now, until).toSeconds()));
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }

  private static String trouble(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "name-unknown";
      }
      if (cause instanceof SSLException) {
        return "certificate";
      }
      if (cause instanceof TimeoutException) {
        return "timed-out";
      }
    }
    return "unreachable";
  }
}
