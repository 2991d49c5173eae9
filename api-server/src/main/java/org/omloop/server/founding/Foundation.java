package org.omloop.server.founding;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.checkpoint.LogKey;
import org.omloop.ledger.order.CanonicalJson;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.MalformedOrder;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.policy.Setting;

/**
 * The founding of a ledger, as the settings file wishes it: the genesis order, and a one-time code for each operator.
 *
 * @param genesis the order for entry 0
 * @param codes what each operator must be given, in the file's order
 */
public record Foundation(SignedOrder genesis, List<OperatorCode> codes) {
  private static final long KEY_RECOVERY_SECONDS = 86_400;
  private static final long CODE_LIFE_SECONDS = 30L * 24 * 60 * 60;
  private static final int CODE_SYMBOLS = 26;
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  public Foundation {
    codes = List.copyOf(codes);
  }

  /** What one operator types in, once, to enrol a key. */
  public record OperatorCode(String holder, String label, List<String> rights, String code) {
    public OperatorCode {
      rights = List.copyOf(rights);
    }
  }

  /**
   * Founds a ledger.
   *
   * @param settings the settings file: origin, name, unit, scale, operators, settings
   * @throws FoundingFailed naming what is wrong with the file
   */
  public static Foundation of(
      JsonObject settings, ServerKeys keys, Instant now, SecureRandom random) {
    try {
      List<OperatorCode> codes = codes(settings.getJsonArray("operators", new JsonArray()), random);
      JsonObject payload = payload(settings, codes, keys, now, random);
      return new Foundation(sign(payload, keys), codes);
    } catch (MalformedOrder e) {
      throw new FoundingFailed("the settings file is not right: " + e.getMessage(), e);
    } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
      throw new FoundingFailed(
          "the settings file is not right: it needs origin, name, unit, scale, operators (with"
              + " holder, label, rights) and settings, each in the form of the example in"
              + " docs/operators.md",
          e);
    }
  }

  private static List<OperatorCode> codes(JsonArray operators, SecureRandom random) {
    List<OperatorCode> codes = new ArrayList<>();
    for (Object each : operators) {
      JsonObject operator = (JsonObject) each;
      List<String> rights = operator.getJsonArray("rights").stream()
          .map(String.class::cast)
          .sorted()
          .toList();
      codes.add(new OperatorCode(
          operator.getString("holder"), operator.getString("label", ""), rights, code(random)));
    }
    return codes;
  }

  private static JsonObject payload(
      JsonObject settings,
      List<OperatorCode> codes,
      ServerKeys keys,
      Instant now,
      SecureRandom random) {
    String origin = settings.getString("origin");
    JsonArray invitations = new JsonArray();
    for (OperatorCode each : codes) {
      invitations.add(new JsonObject()
          .put("codeHash", Invitation.hash(each.code()))
          .put("holder", each.holder())
          .put("label", each.label())
          .put("rights", new JsonArray(each.rights()))
          .put("until", now.getEpochSecond() + CODE_LIFE_SECONDS));
    }
    return new JsonObject()
        .put("type", "genesis")
        .put("ledger", origin)
        .put("order", OrderId.create(now.toEpochMilli(), random).toString())
        .put("iat", now.getEpochSecond())
        .put("exp", now.getEpochSecond() + 3600)
        .put("name", settings.getString("name"))
        .put("unit", settings.getString("unit", "euro"))
        .put("scale", settings.getLong("scale", 2L))
        .put("logKey", LogKey.of(origin, keys.log()).publicKey().text())
        .put("serverKey", keys.server().publicKey().toString())
        .put("operators", invitations)
        .put("settings", rules(settings.getJsonObject("settings", new JsonObject())));
  }

  /** A ledger without this rule is one from before it: a new one has it, whatever the file leaves out. */
  private static JsonObject rules(JsonObject settings) {
    settings.forEach(each -> Setting.named(each.getKey())
        .filter(setting -> each.getValue() instanceof Number number
            && setting.isLooserThanAllowed(Optional.of(number.longValue())))
        .ifPresent(setting -> {
          throw new FoundingFailed("the settings file is not right: " + setting.wireName()
              + " would let public tables tell more than any circuit may; the default is "
              + setting.initial().orElseThrow());
        }));
    return new JsonObject()
        .put(Setting.KEY_RECOVERY_SECONDS.wireName(), KEY_RECOVERY_SECONDS)
        .mergeIn(settings);
  }

  private static SignedOrder sign(JsonObject payload, ServerKeys keys) {
    return SignedOrder.signPayload(
        CanonicalJson.write(plain(payload)).getBytes(StandardCharsets.UTF_8),
        List.of(keys.server()));
  }

  /** Turns Vert.x's JSON into the plain maps and lists that the canonical writer takes. */
  private static TreeMap<String, Object> plain(JsonObject object) {
    TreeMap<String, Object> map = new TreeMap<>();
    object.forEach(member -> map.put(member.getKey(), plainValue(member.getValue())));
    return map;
  }

  private static Object plainValue(@Nullable Object value) {
    if (value instanceof JsonObject object) {
      return plain(object);
    }
    if (value instanceof JsonArray list) {
      return list.stream().map(Foundation::plainValue).toList();
    }
    return value == null ? java.util.Optional.empty() : value;
  }

  /** Makes a code of 130 random bits, in the form that members' invitations have. */
  static String code(SecureRandom random) {
    StringBuilder code = new StringBuilder(CODE_SYMBOLS);
    for (int at = 0; at < CODE_SYMBOLS; at++) {
      code.append(CROCKFORD.charAt(random.nextInt(32)));
    }
    return code.toString();
  }
}
