package org.omloop.server.books;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.books.StoredFacts.BankLineFact;
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
            "Uitbetaling {} hoort bij geen inwisseling.",
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
    givenBack(evidence);
    evidence.say(
        "{} uitbetalingen zijn door een tweede mens goedgekeurd.",
        "{} payouts are approved by a second person.",
        approved);
  }

  /** What the bank had already been asked to pay is given back by two people, unless the bank sent the euros back. */
  private void givenBack(Evidence evidence) {
    Set<String> atTheBank = stored.payouts().stream()
        .filter(each -> each.exported().isPresent())
        .map(PayoutFact::redemption)
        .collect(toSet());
    for (BankOrder each : journal.bank.orders()) {
      boolean isByOne = journal.signers.givenBackByOne().containsKey(each.order());
      if (each.kind() == EntryKind.RETURNED
          && each.amount() == 0
          && isByOne
          && atTheBank.contains(each.order().toString())) {
        evidence.differ(
            "Boeking {}: één mens gaf uitbetaling {} terug, die al bij de bank lag.",
            "Entry {}: one person gave back payout {}, which was at the bank already.",
            each.index(),
            each.order());
      }
    }
  }

  /**
   * Returns the debits that are of no payout which went to the bank and is not booked, one debit for each. They are told
   * apart by amount: what else the bank says of them is sealed.
   */
  List<BankLineFact> strays(List<BankLineFact> unmatched) {
    Map<String, MemberFold.Asked> open = journal.members.asked().stream()
        .filter(each -> each.settled().isEmpty())
        .collect(toMap(each -> each.order().toString(), each -> each));
    List<Long> expected = new ArrayList<>();
    for (PayoutFact each : stored.payouts()) {
      MemberFold.Asked asked = open.get(each.redemption());
      if (asked != null && each.exported().isPresent()) {
        expected.add(-asked.payout());
      }
    }
    return unmatched.stream()
        .filter(each -> each.amount() < 0 && !expected.remove((Long) each.amount()))
        .toList();
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
