package org.omloop.server.books;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;

/** What was beyond a limit, a cap or an admission just after its entry; counted apart from the ledger's own rules. */
final class LimitFold {
  /** An account that was where it must not be. */
  record Beyond(long index, AccountId account, long balance, long limit) {}

  /** Where money comes by the payee's or the payer's wish; what goes back may pass a cap. */
  private static final Set<EntryKind> CAPPED = EnumSet.of(
      EntryKind.ISSUE,
      EntryKind.GRANT,
      EntryKind.PURCHASE,
      EntryKind.B2B,
      EntryKind.WAGE,
      EntryKind.GIFT);

  private static final Set<EntryKind> SALES = EnumSet.of(EntryKind.PURCHASE, EntryKind.B2B);

  private final List<Beyond> belowLimit = new ArrayList<>();
  private final List<Beyond> aboveCap = new ArrayList<>();
  private final List<Beyond> notAdmitted = new ArrayList<>();
  private long balances;
  private long capped;
  private long receipts;

  void follow(JournalEntry entry, Ledger after) {
    if (entry.postings().isEmpty()) {
      return;
    }
    Policy policy = after.policy();
    for (Posting each : entry.postings()) {
      Account account = after.account(each.account()).orElseThrow();
      balance(entry, account);
      if (each.side() == Side.CREDIT && account.type() == AccountType.HOLDER) {
        received(entry, account, policy);
      }
    }
  }

  private void balance(JournalEntry entry, Account account) {
    if (account.type() != AccountType.ISSUANCE) {
      balances++;
      long balance = account.balance().minorUnits();
      if (balance < -account.limit()) {
        belowLimit.add(new Beyond(entry.index(), account.id(), balance, -account.limit()));
      }
    }
  }

  private void received(JournalEntry entry, Account payee, Policy policy) {
    boolean resident = payee.classification().role() == Role.RESIDENT;
    Optional<Amount> cap = CAPPED.contains(entry.kind())
        ? policy.amount(resident ? Setting.BALANCE_CAP_RESIDENT : Setting.BALANCE_CAP_ORGANISATION)
        : Optional.empty();
    long balance = payee.balance().minorUnits();
    capped += cap.isPresent() ? 1 : 0;
    cap.filter(most -> balance > most.minorUnits())
        .ifPresent(most ->
            aboveCap.add(new Beyond(entry.index(), payee.id(), balance, most.minorUnits())));
    if (SALES.contains(entry.kind()) && !resident) {
      receipts++;
      boolean admitted = payee.status() == AccountStatus.OPEN
          && policy.admits(Setting.ACCEPTOR_AREAS, payee.classification().area())
          && policy.admits(Setting.ACCEPTOR_SECTORS, payee.classification().sector());
      if (!admitted) {
        notAdmitted.add(new Beyond(entry.index(), payee.id(), balance, 0));
      }
    }
  }

  List<Beyond> belowLimit() {
    return List.copyOf(belowLimit);
  }

  List<Beyond> aboveCap() {
    return List.copyOf(aboveCap);
  }

  List<Beyond> notAdmitted() {
    return List.copyOf(notAdmitted);
  }

  /** How many balances were held against their limit. */
  long balances() {
    return balances;
  }

  /** How many credits were held against a cap. */
  long capped() {
    return capped;
  }

  /** How many payments to organisations were held against the rules of admission. */
  long receipts() {
    return receipts;
  }
}
