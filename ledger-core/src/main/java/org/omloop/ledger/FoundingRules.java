package org.omloop.ledger;

import java.util.Optional;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.account.Usage;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;

/** How the ledger is founded, and how its own rules change. */
final class FoundingRules {
  private static final Classification OPERATORS = new Classification(Role.COOPERATIVE, "", "");

  private FoundingRules() {}

  /** Genesis is the first entry and there is no second. */
  static Ruling genesis(Order.Genesis genesis, Examination exam) {
    if (exam.state.genesis.isPresent()) {
      return exam.signedFor(Ledger.OPERATOR, Right.SERVE).refuse(Refusal.POLICY_FORBIDS);
    }
    return new Ruling.Book(EntryKind.GENESIS, () -> found(genesis, exam));
  }

  private static void found(Order.Genesis genesis, Examination exam) {
    LedgerState state = exam.state;
    state.genesis = Optional.of(genesis);
    state.put(Account.open(Ledger.ISSUANCE, AccountType.ISSUANCE, OPERATORS));
    state.put(Account.open(Ledger.TRANSIT, AccountType.TRANSIT, OPERATORS));
    state.put(Account.open(Ledger.OPERATOR, AccountType.FEES, OPERATORS));
    state.put(new EnrolledKey(
        genesis.serverKey(),
        Ledger.OPERATOR,
        java.util.Set.of(Right.SERVE),
        "server",
        "server",
        Optional.empty(),
        Optional.empty(),
        0,
        false,
        Usage.NONE));
    genesis.operators().forEach(each -> state.invite(Ledger.OPERATOR, each));
    state.policies.announce(0, exam.time.seconds(), genesis.settings());
  }

  static Ruling policy(Order.PolicyChange change, Examination exam) {
    exam.signedByOperator().signedByTwo();
    boolean fundIsThere = new Policy(change.settings())
        .account(Setting.FUND_ACCOUNT)
        .map(fund -> isFund(fund, exam.state))
        .orElse(true);
    exam.refuseIf(change.settings().isEmpty() || !fundIsThere, Refusal.POLICY_FORBIDS);
    exam.refuseIf(shortensRecovery(change, exam), Refusal.POLICY_FORBIDS);
    exam.refuseIf(
        change.settings().entrySet().stream()
            .anyMatch(each -> each.getKey().isLooserThanAllowed(each.getValue())),
        Refusal.DISCLOSURE_TOO_LOOSE);
    return exam.rule(() -> new Ruling.Book(
        EntryKind.POLICY,
        () -> exam.state.policies.announce(
            change.effective(), exam.time.seconds(), change.settings())));
  }

  /** Else two operators could end the wait that is to slow two operators down, and add a key in the same second. */
  private static boolean shortensRecovery(Order.PolicyChange change, Examination exam) {
    long now = exam.policy().seconds(Setting.KEY_RECOVERY_SECONDS);
    return new Policy(change.settings()).seconds(Setting.KEY_RECOVERY_SECONDS) < now
        && change.settings().containsKey(Setting.KEY_RECOVERY_SECONDS)
        && change.effective() < exam.time.seconds() + now;
  }

  private static boolean isFund(AccountId id, LedgerState state) {
    return Optional.ofNullable(state.accounts.get(id))
        .filter(each -> each.type() == AccountType.FUND)
        .isPresent();
  }
}
