package org.omloop.server.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.signing.Sha256;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.demo.neighbourhood.Neighbourhood;

/**
 * The secret keys of everybody in the demo: two operators, one key per member, two per programme and fund. They follow
 * from the seed, so whoever knows it can sign for anybody: fit for play money alone. Immutable and thread-safe.
 */
public final class Keyring {
  private final List<SigningKey> operators;
  private final Map<AccountId, List<SigningKey>> keys = new HashMap<>();

  private Keyring(List<SigningKey> operators) {
    this.operators = operators;
  }

  /** Makes the keys of a neighbourhood. */
  public static Keyring of(Neighbourhood neighbourhood, long seed) {
    Keyring keyring = new Keyring(List.of(key(seed, "operator 1"), key(seed, "operator 2")));
    neighbourhood
        .accounts()
        .forEach(each -> keyring.keys.put(each, List.of(key(seed, each + " 1"))));
    neighbourhood
        .programmes()
        .forEach(each -> keyring.keys.put(
            each.account(),
            List.of(key(seed, each.account() + " 1"), key(seed, each.account() + " 2"))));
    return keyring;
  }

  private static SigningKey key(long seed, String name) {
    return SigningKey.fromSeed(Sha256.of(
        "omloop demo key ".getBytes(StandardCharsets.UTF_8),
        ByteBuffer.allocate(Long.BYTES).putLong(seed).array(),
        name.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the keys of the two operators, who are two people. */
  public List<SigningKey> operators() {
    return operators;
  }

  /** Returns the key of the operator who does the daily work. */
  public SigningKey operator() {
    return operators.get(0);
  }

  /** Returns a member's key. */
  public SigningKey of(AccountId account) {
    return all(account).get(0);
  }

  /** Returns all keys of an account: one of a member, two of a programme or the fund, held by two people. */
  public List<SigningKey> all(AccountId account) {
    return Optional.ofNullable(keys.get(account)).orElseThrow();
  }
}
