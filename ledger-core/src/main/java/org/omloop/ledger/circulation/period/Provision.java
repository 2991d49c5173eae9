package org.omloop.ledger.circulation.period;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a neighbourhood cannot do without, by the payee's SBI 2008 code (circulation.md, section 2; C24). A shop counts
 * whole, whatever lay in the basket.
 */
enum Provision {
  CARE("86", "87", "88"),
  WATER("36", "37"),
  ENERGY("35"),
  FOOD("01", "10", "11", "463", "4711", "472", "56"),
  EDUCATION("85"),
  HOUSING("41", "682"),
  PUBLIC_SPACE("38", "421", "813"),
  TRANSPORT("491", "4931", "4939");

  private static final Provision[] VALUES = values();

  /** Immutable, which the checker cannot see in a list. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> prefixes;

  Provision(String... prefixes) {
    this.prefixes = List.of(prefixes);
  }

  /** Returns what a payee with such a code provides, by the longest prefix that fits; empty for all else. */
  static Optional<Provision> of(String code) {
    String digits = Sbi.digits(code).orElse("");
    Optional<Provision> found = Optional.empty();
    int longest = 0;
    for (Provision each : VALUES) {
      int length = each.longestPrefix(digits);
      if (length > longest) {
        longest = length;
        found = Optional.of(each);
      }
    }
    return found;
  }

  private int longestPrefix(String digits) {
    return prefixes.stream()
        .filter(digits::startsWith)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /** Returns all, in the order in which they are shown. */
  static List<Provision> all() {
    return Arrays.asList(VALUES);
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
