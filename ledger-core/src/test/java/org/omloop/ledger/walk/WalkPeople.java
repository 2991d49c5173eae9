package org.omloop.ledger.walk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.signing.Sha256;
import org.omloop.ledger.signing.SigningKey;

/**
 * Everybody's keys, enrolled or not, and who signs what: mostly those who may, and every so often somebody else.
 * Confined to its walk's thread.
 */
final class WalkPeople {
  private static final int KEYS = 48;
  private static final int WRONG_PERCENT = 8;

  private static final List<SigningKey> ALL = IntStream.range(0, KEYS)
      .mapToObj(each -> SigningKey.fromSeed(Sha256.of(new byte[] {(byte) each})))
      .toList();

  private final Ledger ledger;
  private final Dice dice;

  WalkPeople(Ledger ledger, Dice dice) {
    this.ledger = ledger;
    this.dice = dice;
  }

  /** Returns the key the server books with. */
  static SigningKey server() {
    return ALL.get(0);
  }

  SigningKey anybody() {
    return dice.pick(ALL);
  }

  /** Returns a key that is enrolled nowhere yet, as long as there is one. */
  SigningKey newcomer() {
    List<SigningKey> strangers =
        ALL.stream().filter(each -> enrolled(each).isEmpty()).toList();
    return strangers.isEmpty() ? anybody() : dice.pick(strangers);
  }

  /** Returns who signs for an account by a right. */
  List<SigningKey> of(AccountId account, Right right) {
    List<SigningKey> able = keys(key -> key.account().equals(account) && key.may(right));
    return spoiled(dice.pick(1, able), account);
  }

  /** Returns two who sign for an account by a right. */
  List<SigningKey> twoOf(AccountId account, Right right) {
    List<SigningKey> able = keys(key -> key.account().equals(account) && key.may(right));
    return spoiled(two(able), account);
  }

  List<SigningKey> operator() {
    return of(Ledger.OPERATOR, Right.OPERATE);
  }

  List<SigningKey> twoOperators() {
    Predicate<EnrolledKey> operates = key -> key.may(Right.OPERATE);
    List<SigningKey> first = dice.pick(1, keys(operates));
    List<SigningKey> office = keys(operates.or(key -> key.may(Right.APPROVE)));
    List<SigningKey> able =
        Stream.concat(first.stream(), office.stream()).distinct().toList();
    return spoiled(two(able), Ledger.OPERATOR);
  }

  /** Returns the first, and the next that somebody else holds. */
  private List<SigningKey> two(List<SigningKey> choices) {
    List<SigningKey> two = new ArrayList<>(choices.subList(0, Math.min(1, choices.size())));
    choices.stream()
        .filter(each -> two.stream().noneMatch(one -> holder(one).equals(holder(each))))
        .limit(1)
        .forEach(two::add);
    return two;
  }

  private List<SigningKey> spoiled(List<SigningKey> signers, AccountId account) {
    Set<SigningKey> all = new LinkedHashSet<>(signers);
    if (dice.in(WRONG_PERCENT)) {
      all.clear();
    }
    if (all.isEmpty() || dice.in(WRONG_PERCENT / 2)) {
      List<SigningKey> colleagues = keys(key -> key.account().equals(account));
      all.add(colleagues.isEmpty() || dice.in(50) ? anybody() : dice.pick(colleagues));
    }
    return List.copyOf(all);
  }

  List<SigningKey> keys(Predicate<EnrolledKey> wanted) {
    return ALL.stream()
        .filter(each -> enrolled(each).filter(wanted).isPresent())
        .toList();
  }

  Optional<EnrolledKey> enrolled(SigningKey key) {
    return ledger.key(key.publicKey().keyId());
  }

  private String holder(SigningKey key) {
    return enrolled(key).map(EnrolledKey::holder).orElse("");
  }
}
