package org.omloop.server.http.guard;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.omloop.server.http.contract.Operation;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/** Holds what a request sends, and what it would accept, against what the contract says. */
public final class MediaTypes {
  private static final Set<String> CHARSETS = Set.of("utf-8", "us-ascii");
  private static final String JSON = "application/json";

  private MediaTypes() {}

  /** Throws a {@link Problem} when the body is of a type that the operation does not take, packed, or not UTF-8. */
  static void checkContent(Operation operation, HttpServerRequest request) {
    if (operation.consumes().isEmpty()) {
      return;
    }
    boolean packed = request.headers().contains(HttpHeaders.CONTENT_ENCODING)
        && !"identity".equalsIgnoreCase(request.getHeader(HttpHeaders.CONTENT_ENCODING));
    if (packed || !operation.consumes().contains(contentType(request))) {
      throw Problem.of(ProblemType.WRONG_CONTENT_TYPE);
    }
  }

  /** Returns the type of the body without parameters, in lower case; empty when it is missing or not UTF-8. */
  public static String contentType(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (header == null) {
      return "";
    }
    String lower = header.toLowerCase(Locale.ROOT);
    int parameters = lower.indexOf(';');
    if (parameters < 0) {
      return lower.strip();
    }
    String rest = lower.substring(parameters + 1).replace("\"", "").strip();
    boolean readable =
        !rest.startsWith("charset=") || CHARSETS.contains(rest.substring(8).strip());
    return readable ? lower.substring(0, parameters).strip() : "";
  }

  /** Throws a {@link Problem} when the caller accepts nothing that the operation answers with. */
  static void checkAccept(Operation operation, RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.ACCEPT);
    if (header == null || header.equals("*/*") || operation.produces().isEmpty()) {
      return;
    }
    if (best(operation.produces(), context).isEmpty()) {
      throw Problem.of(ProblemType.NOT_ACCEPTABLE);
    }
  }

  /** Returns the one of these types that the caller likes best; JSON when it has no preference. */
  public static Optional<String> best(Set<String> offered, RoutingContext context) {
    List<MIMEHeader> accepted = context.parsedHeaders().accept();
    if (accepted.isEmpty()) {
      return first(offered);
    }
    return accepted.stream()
        .filter(range -> range.weight() > 0)
        .flatMap(range -> first(matching(offered, range)).stream())
        .findFirst();
  }

  private static Set<String> matching(Set<String> offered, MIMEHeader range) {
    return offered.stream()
        .filter(type -> matches(range.component(), type.substring(0, type.indexOf('/')))
            && matches(range.subComponent(), type.substring(type.indexOf('/') + 1)))
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  private static boolean matches(String range, String part) {
    return range.equals("*") || range.equalsIgnoreCase(part);
  }

  private static Optional<String> first(Set<String> types) {
    return types.stream()
        .min(Comparator.comparing((String type) -> !type.equals(JSON)).thenComparing(type -> type));
  }
}
