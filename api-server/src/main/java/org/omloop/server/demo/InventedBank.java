package org.omloop.server.demo;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.Neighbourhood;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Resident;
import org.omloop.server.identity.BankAccount;

/**
 * Everybody's bank account in the demo: with right check digits, at a bank that there is not. They follow from the
 * seed. Immutable and thread-safe.
 *
 * @param names of whom each account is
 */
public record InventedBank(long seed, Map<AccountId, String> names) {
  /** What no bank is called. */
  private static final String BANK = "OMLP";

  private static final int DIGITS = 10;
  private static final int MODULUS = 97;

  public InventedBank {
    names = Map.copyOf(names);
  }

  /** Opens an account for each member of a neighbourhood. */
  public static InventedBank of(Neighbourhood neighbourhood, long seed) {
    Function<Organisation, String> legal = Organisation::legalName;
    return new InventedBank(
        seed,
        Stream.concat(
                neighbourhood.organisations().stream()
                    .map(each -> Map.entry(each.account(), legal.apply(each))),
                neighbourhood.residents().stream()
                    .map((Resident each) -> Map.entry(each.account(), each.screenName())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** Returns a member's bank account, with the salt that their device would have drawn. */
  public BankAccount of(AccountId account) {
    Chance chance = Chance.of(seed, "bank account of " + account);
    String number = Stream.generate(() -> chance.below(10))
        .limit(DIGITS)
        .map(String::valueOf)
        .collect(Collectors.joining());
    byte[] salt = ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(chance.next())
        .putLong(chance.next())
        .array();
    return new BankAccount(
        "NL" + checkDigits(BANK + number) + BANK + number,
        names.getOrDefault(account, account.value()),
        Base64Url.encode(salt));
  }

  /** As ISO 13616 reckons them: 98 less the remainder of the number with the country and 00 behind it. */
  private static String checkDigits(String number) {
    int rest = 0;
    for (char symbol : (number + "NL00").toCharArray()) {
      int value = Character.digit(symbol, Character.MAX_RADIX);
      rest = (rest * (value < 10 ? 10 : 100) + value) % MODULUS;
    }
    return String.format("%02d", MODULUS + 1 - rest);
  }
}
