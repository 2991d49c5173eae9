package org.omloop.server.http.rules;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.order.BookingText;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.rules.Effect;
import org.omloop.server.rules.Forecast;
import org.omloop.server.rules.PolicyChange;
import org.omloop.server.rules.PolicyHistory;

/** How the rules changed and will change, and what a change would do. It books nothing. Thread-safe. */
public final class PolicyHandlers {
  private static final long SECONDS_PER_DAY = 86_400;

  private final Directory directory;
  private final PolicyHistory history;
  private final Clock clock;

  public PolicyHandlers(Directory directory, PolicyHistory history, Clock clock) {
    this.directory = directory;
    this.history = history;
    this.clock = clock;
  }

  /** {@code GET /v1/policies/changes}. */
  public void changes(RoutingContext context) {
    Policy policy = Policy.INITIAL;
    JsonArray changes = new JsonArray();
    for (PolicyChange each : history.changes()) {
      Policy after = policy.with(each.settings());
      changes.add(json(each, policy, after));
      policy = after;
    }
    context.json(new JsonObject().put("treeSize", directory.treeSize()).put("changes", changes));
  }

  private JsonObject json(PolicyChange change, Policy before, Policy after) {
    JsonArray settings = new JsonArray();
    for (Setting each : Setting.values()) {
      if (change.settings().containsKey(each)) {
        settings.add(new JsonObject()
            .put("name", each.wireName())
            .put("before", value(before.value(each)))
            .put("after", value(after.value(each))));
      }
    }
    return new JsonObject()
        .put("index", change.index())
        .put("bookedAt", BookingText.time(change.bookedAt()))
        .put("effective", Instant.ofEpochSecond(change.effective()).toString())
        .put("isInForce", change.effective() <= now())
        .put("signers", new JsonArray(change.signers().stream().map(KeyId::text).toList()))
        .put("settings", settings);
  }

  /** {@code POST /v1/policies/previews}. */
  public void preview(RoutingContext context) {
    BodyReader.read(context).map(this::previewed).onSuccess(context::json).onFailure(context::fail);
  }

  private JsonObject previewed(Buffer body) {
    ChangeAsk ask = ChangeAsk.read(body, now());
    long effective = Math.max(ask.effective(), now());
    refuseWhatTheLedgerWould(ask, effective);
    Instant now = Instant.ofEpochSecond(now());
    Forecast forecast = new Forecast(
        directory.accounts(),
        history.at(effective),
        ask.settings(),
        now() / SECONDS_PER_DAY,
        now.atOffset(ZoneOffset.UTC).getLong(ChronoField.PROLEPTIC_MONTH));
    return new JsonObject()
        .put("treeSize", directory.treeSize())
        .put("effective", Instant.ofEpochSecond(effective).toString())
        .put(
            "effects",
            new JsonArray(forecast.effects().stream().map(PolicyHandlers::json).toList()));
  }

  /** What two signatures would not help, told before anybody signs. */
  private void refuseWhatTheLedgerWould(ChangeAsk ask, long effective) {
    List<InvalidPart> parts = new ArrayList<>();
    ask.settings().forEach((setting, value) -> {
      if (setting.isLooserThanAllowed(value)) {
        parts.add(part(setting, "too-loose", "must hide as much as in any circuit, or more"));
      }
    });
    fund(ask.settings())
        .filter(fund -> directory
            .account(fund)
            .filter(each -> each.type() == AccountType.FUND)
            .isEmpty())
        .ifPresent(fund -> parts.add(
            part(Setting.FUND_ACCOUNT, "unknown-fund", "must be an account of type fund")));
    if (shortensRecovery(ask.settings(), effective)) {
      parts.add(part(
          Setting.KEY_RECOVERY_SECONDS,
          "too-soon",
          "may be shorter only after the time that holds now has passed"));
    }
    if (!parts.isEmpty()) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST, parts);
    }
  }

  private static InvalidPart part(Setting setting, String code, String detail) {
    return InvalidPart.inBody("/settings/" + setting.wireName(), code, detail);
  }

  private static Optional<AccountId> fund(Map<Setting, Optional<Object>> settings) {
    return new Policy(settings).account(Setting.FUND_ACCOUNT);
  }

  private boolean shortensRecovery(Map<Setting, Optional<Object>> settings, long effective) {
    long holds = history.at(now()).seconds(Setting.KEY_RECOVERY_SECONDS);
    return settings.containsKey(Setting.KEY_RECOVERY_SECONDS)
        && new Policy(settings).seconds(Setting.KEY_RECOVERY_SECONDS) < holds
        && effective < now() + holds;
  }

  private long now() {
    return Math.max(clock.instant().getEpochSecond(), history.now());
  }

  private static JsonObject json(Effect effect) {
    JsonObject json = new JsonObject()
        .put("name", effect.setting().wireName())
        .put("before", value(effect.before()))
        .put("after", value(effect.after()))
        .put("touches", effect.touches().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    effect.accounts().ifPresent(count -> json.put("accounts", count));
    effect.largest().ifPresent(amount -> json.put("largest", amount));
    return json;
  }

  private static @Nullable Object value(Optional<Object> value) {
    Object plain = value.orElse(null);
    return plain instanceof List<?> list ? new JsonArray(list) : plain;
  }
}
