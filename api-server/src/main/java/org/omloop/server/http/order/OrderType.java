package org.omloop.server.http.order;

import java.util.Locale;
import org.omloop.ledger.order.Order;

/** The names that orders' payloads give their types. */
final class OrderType {
  private static final ClassValue<String> NAMES = new ClassValue<>() {
    @Override
    protected String computeValue(Class<?> type) {
      return type.equals(Order.PolicyChange.class)
          ? "policy"
          : type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
  };

  private OrderType() {}

  /** Returns the name of an order's type, such as {@code key-add}. */
  static String of(Order order) {
    return NAMES.get(order.getClass());
  }
}
