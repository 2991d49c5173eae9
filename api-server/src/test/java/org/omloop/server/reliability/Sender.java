package org.omloop.server.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;

/** Sends orders over HTTP. Thread-safe, blocks. */
final class Sender {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(PATIENCE)
      .build();
  private final Supplier<String> address;

  /** Makes a sender; the address is asked for anew for every order. */
  Sender(Supplier<String> address) {
    this.address = address;
  }

  /** Sends an order once; empty when the connection broke before there was an answer. */
  Optional<Answer> send(SignedOrder order) {
    try {
      HttpResponse<String> answer =
          client.send(request(order), HttpResponse.BodyHandlers.ofString());
      return Optional.of(new Answer(
          order,
          answer.statusCode(),
          answer.headers().firstValue("Retry-After").orElse(""),
          answer.body()));
    } catch (IOException broken) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the status that something is answered with. */
  int status(String path) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address.get() + path))
          .timeout(PATIENCE)
          .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest request(SignedOrder order) {
    return HttpRequest.newBuilder(URI.create(address.get() + path(order.order())))
        .header("Content-Type", contentType(order))
        .timeout(PATIENCE)
        .POST(HttpRequest.BodyPublishers.ofString(order.text()))
        .build();
  }

  private static String contentType(SignedOrder order) {
    return order.signatures().size() == 1 ? "application/jose" : "application/jose+json";
  }

  static String path(Order order) {
    if (order instanceof Order.Pay) {
      return "/v1/payments";
    }
    if (order instanceof Order.Hold) {
      return "/v1/holds";
    }
    if (order instanceof Order.Capture capture) {
      return "/v1/holds/" + capture.hold() + "/captures";
    }
    return order instanceof Order.KeyAdd ? "/v1/keys" : "/v1/orders";
  }

  /** Sends orders one after another, each of which has to be posted. */
  List<Answer> sendAll(List<SignedOrder> orders) {
    return orders.stream().map(this::posted).toList();
  }

  private Answer posted(SignedOrder order) {
    Answer answer = send(order).orElseThrow(() -> new AssertionError("no answer"));
    if (answer.status() != Answer.CREATED) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return answer;
  }
}
