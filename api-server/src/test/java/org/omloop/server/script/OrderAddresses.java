package org.omloop.server.script;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omloop.ledger.order.OrderEncoder;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.http.contract.Contract;
import org.omloop.server.http.contract.Operation;

/** Where the contract says that each type of order goes: to the resource of its own, where there is one. */
final class OrderAddresses {
  private static final Map<String, String> PATHS = paths();

  private OrderAddresses() {}

  private static Map<String, String> paths() {
    List<Operation> fewestTypesFirst = Contract.read().operations().stream()
        .sorted(Comparator.comparingInt(operation -> operation.orders().size()))
        .toList();
    Map<String, String> paths = new HashMap<>();
    fewestTypesFirst.forEach(
        operation -> operation.orders().forEach(type -> paths.putIfAbsent(type, operation.path())));
    return paths;
  }

  /** Returns the path for an order. */
  static String of(SignedOrder order) {
    JsonObject payload =
        new JsonObject(new String(OrderEncoder.encode(order.order()), StandardCharsets.UTF_8));
    return PATHS.get(payload.getString("type")).replace("{hold}", payload.getString("hold", ""));
  }
}
