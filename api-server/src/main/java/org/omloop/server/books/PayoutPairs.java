package org.omloop.server.books;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.books.StoredFacts.PayoutFact;

/** Payouts as the office keeps them, held against the journal. */
record PayoutPairs(JournalFacts journal, StoredFacts stored) {
  /** Each is of a redemption, and of one only. */
  void check(Evidence evidence) {
    Map<String, Long> asked = journal.members.asked().stream()
        .collect(toMap(each -> each.order().toString(), MemberFold.Asked::index));
    for (PayoutFact each : stored.payouts()) {
      if (!asked.containsKey(each.redemption())) {
        evidence.differ(
            "Uitbetaling {} hoort bij geen opname.",
            "Payout {} belongs to no redemption.",
            each.redemption());
      }
    }
  }

  /** What went to the bank, or was paid, had been approved by somebody else, over those very bytes. */
  void checkApproval(Evidence evidence) {
    Set<String> paid = journal.bank.orders().stream()
        .filter(each -> each.kind() == EntryKind.PAID_OUT)
        .map(each -> each.order().toString())
        .collect(toSet());
    long approved = 0;
    for (PayoutFact each : stored.payouts()) {
      boolean isOut = each.exported().isPresent() || paid.contains(each.redemption());
      if (isOut && !isByTwo(each)) {
        evidence.differ(
            "Uitbetaling {} is niet door een tweede mens goedgekeurd.",
            "Payout {} is not approved by a second person.",
            each.redemption());
      } else if (each.exported().isPresent() && !each.exported().equals(each.approved())) {
        evidence.differ(
            "Uitbetaling {} ging in een ander bestand naar de bank dan is goedgekeurd.",
            "Payout {} went to the bank in another file than was approved.",
            each.redemption());
      } else {
        approved += isOut ? 1 : 0;
      }
    }
    evidence.say(
        "{} uitbetalingen zijn door een tweede mens goedgekeurd.",
        "{} payouts are approved by a second person.",
        approved);
  }

  private boolean isByTwo(PayoutFact payout) {
    Optional<String> drafter = holder(payout.drafter());
    Optional<String> approver = payout.approver().flatMap(this::holder);
    return drafter.isPresent() && approver.isPresent() && !drafter.equals(approver);
  }

  private Optional<String> holder(String key) {
    return journal.ledger().key(new KeyId(key)).map(each -> each.holder());
  }
}
