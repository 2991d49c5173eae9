package org.omloop.server.books;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.server.books.StoredFacts.PayoutFact;

/** Payouts as the office keeps them, held against the redemptions and payouts of the journal. */
record PayoutPairs(JournalFacts journal, StoredFacts stored) {
  void check(Evidence evidence) {
    Map<String, MemberFold.Asked> asked = journal.members.asked().stream()
        .collect(toMap(each -> each.order().toString(), each -> each));
    Map<String, BankOrder> paid = journal.bank.orders().stream()
        .filter(each -> each.kind() == EntryKind.PAID_OUT)
        .collect(toMap(each -> each.order().toString(), each -> each, (one, two) -> two));
    for (PayoutFact each : stored.payouts()) {
      Optional<MemberFold.Asked> redemption = Optional.ofNullable(asked.get(each.redemption()));
      if (redemption.isEmpty()) {
        evidence.differ(
            "Uitbetaling {} hoort bij geen opname.",
            "Payout {} belongs to no redemption.",
            each.redemption());
      } else if (redemption.get().payout() != each.amount()) {
        evidence.differ(
            "Uitbetaling {} is {}, de opname is {}.",
            "Payout {} is {}, the redemption is {}.",
            each.redemption(),
            evidence.cents(each.amount()),
            evidence.cents(redemption.get().payout()));
      } else if (isOtherLine(each, paid)) {
        evidence.differ(
            "Uitbetaling {} noemt een andere bankregel dan haar boeking.",
            "Payout {} names another bank line than its entry.",
            each.redemption());
      }
    }
  }

  private static boolean isOtherLine(PayoutFact payout, Map<String, BankOrder> paid) {
    return payout.line().isPresent()
        && paid.containsKey(payout.redemption())
        && !Objects.requireNonNull(paid.get(payout.redemption()))
            .line()
            .equals(payout.line().get());
  }
}
