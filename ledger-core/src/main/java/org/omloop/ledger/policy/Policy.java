package org.omloop.ledger.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;

/**
 * All settings in force at some moment. Values are of the {@linkplain Setting.Form form} of their setting: {@code
 * Long}, {@code Boolean}, {@code String} or a list of {@code String}; an empty one stands for none.
 */
public record Policy(Map<Setting, Optional<Object>> values) {
  /** What holds before any order has set anything. */
  public static final Policy INITIAL = new Policy(Map.of());

  public Policy {
    values = Map.copyOf(values);
  }

  /** Returns this policy with some settings changed. */
  public Policy with(Map<Setting, Optional<Object>> changes) {
    Map<Setting, Optional<Object>> all = new EnumMap<>(Setting.class);
    all.putAll(values);
    all.putAll(changes);
    return new Policy(all);
  }

  /** Returns a setting's value, in the type of its form; empty stands for none. */
  public Optional<Object> value(Setting setting) {
    return values.getOrDefault(setting, setting.initial());
  }

  /** Returns an amount; empty where there is no such limit. */
  public Optional<Amount> amount(Setting setting) {
    return value(setting).map(value -> new Amount((Long) value));
  }

  /** Returns basis points, 0 … 10,000. */
  public int basisPoints(Setting setting) {
    return value(setting).map(value -> Math.toIntExact((Long) value)).orElse(0);
  }

  /** Returns a length of time in seconds, 0 … 2,592,000. */
  public long seconds(Setting setting) {
    return value(setting).map(Long.class::cast).orElse(0L);
  }

  /** Returns a count or a percentage, 0 where there is none. */
  public int number(Setting setting) {
    return value(setting).map(value -> Math.toIntExact((Long) value)).orElse(0);
  }

  /** Returns whether something is allowed. */
  public boolean flag(Setting setting) {
    return value(setting).map(Boolean.class::cast).orElse(false);
  }

  /** Returns a text. */
  public String text(Setting setting) {
    return value(setting).map(String.class::cast).orElse("");
  }

  /** Returns an account, where one is named. */
  public Optional<AccountId> account(Setting setting) {
    return value(setting).map(value -> new AccountId((String) value));
  }

  /** Tells whether a code begins with one of the setting's prefixes, or any code will do. */
  public boolean admits(Setting setting, String code) {
    List<?> prefixes = value(setting).map(value -> (List<?>) value).orElse(List.of());
    return prefixes.isEmpty() || prefixes.stream().anyMatch(each -> code.startsWith((String) each));
  }
}
