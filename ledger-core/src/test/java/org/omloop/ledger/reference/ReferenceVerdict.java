package org.omloop.ledger.reference;

import java.util.List;
import org.omloop.ledger.Decision;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Refusal;

/**
 * A decision in words, so that two ledgers which share no types can be compared.
 *
 * @param decision posted, refused, replayed or conflicting
 * @param reason of a refusal, else empty
 * @param postings such as {@code debit anna 100}
 * @param at booking time in unix microseconds; 0 where nothing was booked
 * @param index of the entry, new or old
 */
record ReferenceVerdict(
    String decision, String kind, String reason, List<String> postings, long at, long index) {

  static ReferenceVerdict of(Decision decision) {
    return decision.match(
        posted -> of("posted", posted.entry()),
        refused -> of("refused", refused.entry()),
        replayed -> known("replayed", replayed.index()),
        conflicting -> known("conflicting", conflicting.index()));
  }

  static ReferenceVerdict known(String decision, long index) {
    return new ReferenceVerdict(decision, "", "", List.of(), 0, index);
  }

  private static ReferenceVerdict of(String decision, JournalEntry entry) {
    return new ReferenceVerdict(
        decision,
        entry.kind().wireName(),
        entry.refusal().map(Refusal::wireName).orElse(""),
        entry.postings().stream()
            .map(each -> each.side().wireName() + " " + each.account() + " "
                + each.amount().minorUnits())
            .toList(),
        entry.bookedAt(),
        entry.index());
  }
}
