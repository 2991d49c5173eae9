package org.omloop.server.books;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.server.bank.DecisionKind;

/**
 * What stands in the database beside the journal, at the same moment. Amounts are minor units. Immutable.
 *
 * @param accounts balances as stored
 * @param keys keys as stored
 * @param index the columns beside the leaves
 * @param rights rights that somebody has on the journal and must not have
 * @param numbers series of numbers that must have no gap
 * @param lines the bank's lines
 * @param files the bank's files
 * @param payouts payouts as the office keeps them
 * @param doubles members that a blind index finds twice; empty when no personal data is kept
 * @param editions published reports
 */
public record StoredFacts(
    List<StoredAccount> accounts,
    List<StoredKey> keys,
    StoredIndex index,
    List<String> rights,
    List<NumberSeries> numbers,
    List<BankLineFact> lines,
    List<BankFileFact> files,
    List<PayoutFact> payouts,
    Optional<List<Text>> doubles,
    List<EditionFact> editions) {
  /** An account's row: balance and held as stored. */
  public record StoredAccount(AccountId id, long balance, long held, long limit) {}

  /** A key's row: rights separated by spaces. */
  public record StoredKey(String id, AccountId account, String rights, boolean revoked) {}

  /**
   * What the columns beside the leaves add up to.
   *
   * @param rows how many
   * @param orders how many different orders
   * @param kinds how many of each kind, by its name on the wire
   */
  public record StoredIndex(long rows, long orders, Map<String, Long> kinds) {
    public StoredIndex {
      kinds = Map.copyOf(kinds);
    }
  }

  /** A series of numbers that begins at 1. */
  public record NumberSeries(String name, long count, long highest) {}

  /**
   * A line of the bank's.
   *
   * @param key by which entries name it
   * @param statement number of the statement entry that it belongs to
   * @param amount into the reserve; negative when out of it
   * @param reason why somebody had to look; empty: it was matched by its reference, or is a debit
   * @param account whom its reference names, where there is no reason to look; empty where that was erased
   * @param other tells whether lines are of one account of the other side's, and not which; empty where the bank named none
   * @param decision what people decided about it; of a match the one whose order was booked
   */
  public record BankLineFact(
      String key,
      long statement,
      LocalDate bookedOn,
      long amount,
      String reason,
      Optional<AccountId> account,
      Optional<String> other,
      Optional<DecisionFact> decision) {
    /** A line that nobody had to decide about. */
    public BankLineFact(String key, long statement, LocalDate bookedOn, long amount) {
      this(
          key,
          statement,
          bookedOn,
          amount,
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** Tells whether nobody had to decide that it is for this account. */
    boolean names(AccountId whom) {
      return reason.isEmpty() && account.filter(each -> !each.equals(whom)).isEmpty();
    }

    /** Returns why somebody had to decide whom it is for. */
    String why() {
      return reason.isEmpty() ? "names-another" : reason;
    }

    /** Tells whether two people closed it without an order. */
    boolean isSettled() {
      return decision
          .filter(each -> each.isAgreed() && each.kind().closesLines())
          .isPresent();
    }
  }

  /**
   * A decision about lines of the bank.
   *
   * @param by key of who said it first
   * @param second key of who agreed; empty before
   * @param on the UTC day on which it was first said
   * @param words what the first person signed
   * @param agreement what the second person signed; empty before
   */
  public record DecisionFact(
      String id,
      DecisionKind kind,
      String reason,
      String by,
      Optional<String> second,
      LocalDate on,
      boolean isAgreed,
      String words,
      Optional<String> agreement) {}

  /**
   * A statement as the office keeps it, beside the bank's file.
   *
   * @param statement its number in the journal's count
   * @param sha256 of the file, base64url
   */
  public record BankFileFact(
      long statement, String sha256, long credits, long debits, long closing) {}

  /**
   * A payout in a batch.
   *
   * @param redemption id of the redemption's order
   * @param drafter key of who drafted it
   * @param approver key of who approved it; empty before
   * @param approved SHA-256 of the file that was approved; empty before
   * @param exported SHA-256 of the file that went to the bank; empty before
   */
  public record PayoutFact(
      String redemption,
      String drafter,
      Optional<String> approver,
      Optional<String> approved,
      Optional<String> exported) {}

  /**
   * A published report.
   *
   * @param name period, tier and number
   * @param size how many entries it says to rest on
   * @param root of the journal, as the report names it, base64
   * @param sha256 as stored
   * @param actual SHA-256 of the text as it is now
   * @param version of the formulas
   * @param difference what differs when it is worked out again; empty when nothing does
   * @param recomputed whether it was worked out again
   */
  public record EditionFact(
      String name,
      long size,
      String root,
      String sha256,
      String actual,
      int version,
      Optional<String> difference,
      boolean recomputed) {
    /** Returns the same, worked out again. */
    public EditionFact recomputed(Optional<String> found) {
      return new EditionFact(name, size, root, sha256, actual, version, found, true);
    }
  }

  /** Returns the same with other editions. */
  public StoredFacts withEditions(List<EditionFact> others) {
    return new StoredFacts(
        accounts, keys, index, rights, numbers, lines, files, payouts, doubles, others);
  }

  public StoredFacts {
    accounts = List.copyOf(accounts);
    keys = List.copyOf(keys);
    rights = List.copyOf(rights);
    numbers = List.copyOf(numbers);
    lines = List.copyOf(lines);
    files = List.copyOf(files);
    payouts = List.copyOf(payouts);
    doubles = doubles.map(List::copyOf);
    editions = List.copyOf(editions);
  }
}
