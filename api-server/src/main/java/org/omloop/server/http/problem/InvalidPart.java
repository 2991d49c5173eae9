package org.omloop.server.http.problem;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.omloop.ledger.order.MalformedOrder;

/**
 * One thing that is wrong with a request.
 *
 * @param in {@code body}, {@code path}, {@code query} or {@code header}
 * @param place a JSON pointer in a body, else the parameter's or header's name
 * @param code what is wrong, for programs
 * @param detail what is wrong, for developers, in English
 */
public record InvalidPart(String in, String place, String code, String detail) {
  /** Names a part of a body. */
  public static InvalidPart inBody(String pointer, String code, String detail) {
    return new InvalidPart("body", pointer, code, detail);
  }

  /** Names a query parameter. */
  public static InvalidPart inQuery(String name, String code, String detail) {
    return new InvalidPart("query", name, code, detail);
  }

  /** Names everything that is wrong with an order. */
  public static List<InvalidPart> of(MalformedOrder order) {
    return order.faults().stream()
        .map(fault -> inBody(fault.pointer(), "malformed", fault.reason()))
        .toList();
  }

  JsonObject json() {
    return new JsonObject()
        .put("in", in)
        .put(in.equals("body") ? "pointer" : "name", place)
        .put("code", code)
        .put("detail", detail);
  }
}
