package org.omloop.ledger.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.AnyOrder;

/** Entries of every kind, of orders of every type. */
final class AnyEntry {
  private AnyEntry() {}

  static Arbitrary<JournalEntry> entry() {
    return Arbitraries.oneOf(posted(), refused());
  }

  private static Arbitrary<JournalEntry> posted() {
    Arbitrary<EntryKind> kind = Arbitraries.of(Arrays.stream(EntryKind.values())
        .filter(each -> each != EntryKind.REFUSED && each != EntryKind.CREDIT)
        .toList());
    Arbitrary<List<Posting>> postings = pair().list().ofMaxSize(5).map(pairs -> pairs.stream()
        .flatMap(List::stream)
        .toList());
    return Combinators.combine(number(), number(), kind, AnyOrder.signedOrder(), postings)
        .as((index, at, is, order, moves) ->
            new JournalEntry(index, at, is, order, Optional.empty(), moves));
  }

  private static Arbitrary<JournalEntry> refused() {
    return Combinators.combine(
            number(), number(), AnyOrder.signedOrder(), Arbitraries.of(Refusal.class))
        .as((index, at, order, reason) ->
            new JournalEntry(index, at, EntryKind.REFUSED, order, Optional.of(reason), List.of()));
  }

  private static Arbitrary<List<Posting>> pair() {
    Arbitrary<AccountId> account =
        Arbitraries.of("anna", "bakery", "a".repeat(40)).map(AccountId::new);
    Arbitrary<Amount> amount = Arbitraries.longs().between(1, Amount.MAXIMUM).map(Amount::new);
    return Combinators.combine(account, account, amount)
        .as((from, to, moved) ->
            List.of(new Posting(from, Side.DEBIT, moved), new Posting(to, Side.CREDIT, moved)));
  }

  private static Arbitrary<Long> number() {
    return Arbitraries.longs().between(0, Amount.MAXIMUM);
  }
}
