package org.omloop.server.http.contract;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/**
 * The parameters of one request, each in the form the contract asks for; what is missing has its stand-in. Immutable
 * and thread-safe.
 */
public final class Parameters {
  private static final String KEY = "omloop.parameters";

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Reads the parameters of a request and keeps them with it; throws a {@link Problem} that names all faults. */
  public static void check(Operation operation, RoutingContext context) {
    List<InvalidPart> faults = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    for (Parameter each : operation.parameters()) {
      Optional<String> value = value(each, context, faults);
      each.fault(value).ifPresent(faults::add);
      value.or(each::standIn).ifPresent(present -> values.put(each.name(), present));
    }
    faultUnknown(operation, context, faults);
    if (!faults.isEmpty()) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST, faults);
    }
    context.put(KEY, new Parameters(values));
  }

  /** Returns the parameters that were kept with a request. */
  public static Parameters of(RoutingContext context) {
    Parameters parameters = context.get(KEY);
    return parameters;
  }

  /** Returns a text that the contract requires or has a stand-in for. */
  public String text(String name) {
    return optionalText(name).orElseThrow();
  }

  public Optional<String> optionalText(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public long integer(String name) {
    return Long.parseLong(text(name));
  }

  public OptionalLong optionalInteger(String name) {
    Optional<String> text = optionalText(name);
    return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.get()));
  }

  public LocalDate date(String name) {
    return LocalDate.parse(text(name));
  }

  private static Optional<String> value(
      Parameter parameter, RoutingContext context, List<InvalidPart> faults) {
    return switch (parameter.in()) {
      case "path" -> path(parameter.name(), context);
      case "header" -> Optional.ofNullable(context.request().getHeader(parameter.name()));
      default -> {
        List<String> all = query(context).getAll(parameter.name());
        if (all.size() > 1) {
          faults.add(InvalidPart.inQuery(parameter.name(), "repeated", "must stand there once"));
        }
        yield all.stream().findFirst();
      }
    };
  }

  private static Optional<String> path(String name, RoutingContext context) {
    return name.equals(Parameter.REST)
        ? Optional.ofNullable(context.pathParam("*")).map(rest -> rest.replaceFirst("^/", ""))
        : Optional.ofNullable(context.pathParam(name));
  }

  private static void faultUnknown(
      Operation operation, RoutingContext context, List<InvalidPart> faults) {
    if (context.request().query() == null) {
      return;
    }
    List<String> known = operation.parameters().stream().map(Parameter::name).toList();
    query(context).names().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> faults.add(InvalidPart.inQuery(name, "unknown", "is not known here")));
  }

  private static MultiMap query(RoutingContext context) {
    try {
      return context.queryParams();
    } catch (IllegalArgumentException e) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inQuery("", "malformed", "must be percent-encoded UTF-8"));
    }
  }
}
