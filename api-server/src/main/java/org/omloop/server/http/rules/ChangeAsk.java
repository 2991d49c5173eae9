package org.omloop.server.http.rules;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.order.CanonicalJson;
import org.omloop.ledger.order.MalformedOrder;
import org.omloop.ledger.order.ThoughtOfSettings;
import org.omloop.ledger.policy.Setting;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/**
 * A change of the rules that somebody thinks of.
 *
 * @param effective from when, unix seconds; 0: at once
 */
record ChangeAsk(long effective, Map<Setting, Optional<Object>> settings) {
  private static final long LATEST = 253_402_300_799L;

  /** Reads a body; throws a {@link Problem} that names all faults. */
  static ChangeAsk read(Buffer body, long now) {
    try {
      return read(CanonicalJson.parseAnyForm(body.getBytes()), now);
    } catch (MalformedOrder faults) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST, InvalidPart.of(faults));
    }
  }

  private static ChangeAsk read(Map<String, Object> json, long now) {
    List<MalformedOrder.Fault> faults = new ArrayList<>();
    json.keySet().stream()
        .filter(name -> !name.equals("effective") && !name.equals("settings"))
        .sorted()
        .forEach(name -> faults.add(new MalformedOrder.Fault(
            "/" + name.replace("~", "~0").replace("/", "~1"), "is not known here")));
    Object effective = json.getOrDefault("effective", 0L);
    if (!(effective instanceof Long at && at >= 0 && at <= LATEST)) {
      faults.add(new MalformedOrder.Fault("/effective", "must be a time in unix seconds"));
    }
    Map<Setting, Optional<Object>> settings = settings(json.get("settings"), now, faults);
    if (!faults.isEmpty()) {
      throw new MalformedOrder(faults);
    }
    return new ChangeAsk((Long) effective, settings);
  }

  @SuppressWarnings("unchecked") // a JSON object's names are texts
  private static Map<Setting, Optional<Object>> settings(
      @Nullable Object value, long now, List<MalformedOrder.Fault> faults) {
    if (!(value instanceof Map<?, ?> object) || object.isEmpty()) {
      faults.add(new MalformedOrder.Fault("/settings", "must name one setting at least"));
      return Map.of();
    }
    try {
      return ThoughtOfSettings.read((Map<String, Object>) object, now);
    } catch (MalformedOrder wrong) {
      faults.addAll(wrong.faults());
      return Map.of();
    }
  }
}
