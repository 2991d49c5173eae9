package org.omloop.ledger.order;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown for bytes that are no order: nothing is decided and nothing is journalled. */
public final class MalformedOrder extends IllegalArgumentException {
  @Serial
  private static final long serialVersionUID = 1L;

  /** One thing that is wrong, at a JSON pointer (RFC 6901) into the order's payload; "" is the whole. */
  public record Fault(String pointer, String reason) {}

  private final transient List<Fault> faults;

  public MalformedOrder(List<Fault> faults) {
    super(sentence(faults));
    this.faults = List.copyOf(faults);
  }

  public MalformedOrder(String pointer, String reason) {
    this(List.of(new Fault(pointer, reason)));
  }

  public MalformedOrder(String pointer, String reason, Throwable cause) {
    this(pointer, reason);
    initCause(cause);
  }

  /** Returns everything that is wrong; at least one fault. */
  public List<Fault> faults() {
    return faults;
  }

  private static String sentence(List<Fault> faults) {
    return faults.stream()
        .map(
            each -> (each.pointer().isEmpty() ? "the order" : each.pointer()) + " " + each.reason())
        .collect(Collectors.joining("; "));
  }
}
