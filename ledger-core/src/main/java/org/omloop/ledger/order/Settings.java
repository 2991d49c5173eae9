package org.omloop.ledger.order;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.policy.Setting;

/** The JSON form of settings: one member per setting, in the form the setting has. */
final class Settings {
  private static final List<String> REDEMPTION = List.of("off", "on-leaving", "on");

  private Settings() {}

  /**
   * Reads settings.
   *
   * @param signedAt unix seconds, for what may not lie in the future
   */
  static Map<Setting, Optional<Object>> read(Members members, long signedAt) {
    Map<Setting, Optional<Object>> settings = new HashMap<>();
    members.rest().forEach((name, value) -> Setting.named(name)
        .filter(setting -> isOfForm(setting.form(), value))
        .ifPresentOrElse(
            setting -> settings.put(
                setting, value instanceof Optional<?> ? Optional.empty() : Optional.of(value)),
            () -> members.fault(name, rule(name))));
    BaselineCheck.faults(settings, signedAt, members);
    return settings;
  }

  static Map<String, Object> write(Map<Setting, Optional<Object>> settings) {
    Map<String, Object> members = new TreeMap<>();
    settings.forEach((setting, value) -> members.put(setting.wireName(), value.orElse(value)));
    return members;
  }

  private static String rule(String name) {
    return Setting.named(name)
        .map(setting -> "must be " + describe(setting.form()))
        .orElse("is no setting");
  }

  private static String describe(Setting.Form form) {
    return switch (form) {
      case AMOUNT -> "an amount or null";
      case BASIS_POINTS -> "an integer 0 to 10000";
      case FLAG -> "true or false";
      case REDEMPTION -> "off, on-leaving or on";
      case ACCOUNT -> "an account id or null";
      case PREFIXES -> "a list of at most 50 texts of 1 to 40 characters";
      case SECONDS -> "an integer 0 to 2592000";
      case COUNT -> "an integer 1 to 1000000";
      case PERCENT -> "an integer 1 to 100";
      case YEAR -> "a year 1900 to 9999 or null";
      case SHARE -> "an integer 0 to 10000 or null";
      case LM3 -> "an integer 100 to 300 or null";
      case IBAN -> "an IBAN without spaces whose check digits are right, or empty";
      case PAYEE -> "a name of at most 70 characters without line ends, or empty";
    };
  }

  private static boolean isOfForm(Setting.Form form, Object value) {
    return switch (form) {
      case AMOUNT -> isNone(value) || value instanceof Long number && Amount.isValid(number);
      case BASIS_POINTS -> isWithin(value, 0, 10_000);
      case FLAG -> value instanceof Boolean;
      case REDEMPTION -> value instanceof String && REDEMPTION.contains(value);
      case ACCOUNT -> isNone(value) || value instanceof String id && AccountId.isValid(id);
      case PREFIXES ->
        value instanceof List<?> list
            && list.size() <= 50
            && list.stream().allMatch(Settings::isPrefix);
      case SECONDS -> isWithin(value, 0, 2_592_000);
      case COUNT -> isWithin(value, 1, 1_000_000);
      case PERCENT -> isWithin(value, 1, 100);
      case YEAR -> isNone(value) || isWithin(value, 1_900, 9_999);
      case SHARE -> isNone(value) || isWithin(value, 0, 10_000);
      case LM3 -> isNone(value) || isWithin(value, 100, 300);
      case IBAN -> value instanceof String text && (text.isEmpty() || Texts.isSoundIban(text));
      case PAYEE -> value instanceof String text && (text.isEmpty() || Texts.isPayee(text));
    };
  }

  private static boolean isWithin(Object value, long least, long most) {
    return value instanceof Long number && number >= least && number <= most;
  }

  private static boolean isNone(Object value) {
    return value instanceof Optional<?>;
  }

  private static boolean isPrefix(Object value) {
    return value instanceof String text && !text.isEmpty() && text.length() <= 40;
  }
}
