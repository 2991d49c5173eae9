package org.omloop.server.bank;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.SignedOrder;

/**
 * Keeps files, statements, lines and references. Thread-safe; a future fails when the store cannot be reached, and then
 * nothing has changed.
 */
public interface BankStore {
  /** The most that a list shows. */
  int MOST = 500;

  /**
   * A file with what was taken of it.
   *
   * @param by the key of who brought it; empty: it lay in the watched folder
   */
  record Delivery(
      String hash,
      byte[] file,
      String by,
      long receivedAt,
      List<BankStatement> held,
      List<BankStatement> released,
      List<Statement> taken) {}

  /**
   * A statement that is taken in.
   *
   * @param order the order that states it, signed: sent again and again until the journal has it
   */
  record Statement(Intake.Taken taken, SignedOrder order, List<KeptLine> lines) {}

  /**
   * What an entry of the journal says about a line.
   *
   * @param entry empty where the order was refused
   * @param refusal empty where it was booked
   * @param account to whom it was issued; empty of a payout
   */
  record Mark(String key, OptionalLong entry, String refusal, Optional<AccountId> account) {}

  /** Tells whether a file has been taken in, or waits. */
  Future<Boolean> hasFile(String hash);

  /** Returns the files of statements that wait, whole. */
  Future<List<byte[]>> heldFiles();

  /** Returns what is kept under these names; the chain's end has the bank's own number of the last statement only. */
  Future<Known> known(Collection<String> statements, Collection<String> lineKeys);

  /** Keeps a file and all that follows from it, or nothing. False where it is kept already. */
  Future<Boolean> keep(Delivery delivery);

  /** Returns the orders of statements that the journal has not got, in their order. */
  Future<List<String>> unbooked();

  /**
   * Returns statements, the latest first, at most {@value #MOST}.
   *
   * @param skip how many to leave out before them
   */
  Future<List<KeptStatement>> statements(long skip);

  /** Returns how many statements there are. */
  Future<Long> countStatements();

  /**
   * Returns lines, the oldest first (booked ones: the latest).
   *
   * @param skip how many to leave out before them
   * @param most how many at most
   */
  Future<List<KeptLine>> lines(KeptLine.State state, long skip, long most);

  /** Returns how many lines there are. */
  Future<Long> count(KeptLine.State state);

  /** Finds lines by their keys; those that are not there are left out. */
  Future<List<KeptLine>> lines(Collection<String> keys);

  /** Returns debits, and lines that somebody has to look at, as the bank states them. */
  default Future<List<BankLine>> unbookedLines() {
    return lines(KeptLine.State.DEBIT, 0, Long.MAX_VALUE).compose(debits -> lines(
            KeptLine.State.WORK, 0, Long.MAX_VALUE)
        .map(work ->
            Stream.concat(debits.stream(), work.stream()).map(KeptLine::line).toList()));
  }

  /** Returns booked lines of an account, or of no other account and these bank accounts, the latest first. */
  Future<List<KeptLine>> linesOf(AccountId account, Set<Iban> ibans);

  /** Takes out of {@link #linesOf those} whose they are; sum, dates and entry stay, and so does the bank's file. */
  Future<Void> forget(AccountId account, Set<Iban> ibans);

  /** Finds a line by its key. */
  Future<Optional<KeptLine>> line(String key);

  /** Returns the standing reference of an account; of two made at once the first stays. */
  Future<TopUpReference> standing(TopUpReference ifNone);

  /** Keeps a request reference. */
  Future<Void> keep(TopUpReference request);

  /** Finds references. */
  Future<Map<CreditorReference, TopUpReference>> references(Set<CreditorReference> named);

  /** Finds whose top-ups came from these bank accounts before, where it was one member each. */
  Future<Map<Iban, AccountId>> paidBefore(Set<Iban> payers);

  /**
   * Entries that may name bank lines, of a stretch of the journal that has not been looked at.
   *
   * @param leaves in order; none where no entry of the stretch names a line
   * @param next the first entry behind the stretch
   */
  record Unread(List<byte[]> leaves, long next) {}

  /** Returns the next stretch of the journal; empty when all has been looked at. */
  Future<Optional<Unread>> unread();

  /** Notes what the journal says of lines, and that everything before an entry has been looked at. */
  Future<Void> mark(List<Mark> marks, long next);
}
