package org.omloop.ledger.circulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.omloop.ledger.circulation.CirculationReport.Breakdown;
import org.omloop.ledger.circulation.CirculationReport.Breakdown.Exit;
import org.omloop.ledger.circulation.CirculationReport.Breakdown.Flow;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.number.CodePoints;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Accounts.Traits;
import org.omloop.ledger.journal.EntryKind;

/** Adds up spending and exits by what is declared of the accounts. */
final class Breakdowns {
  private record Pair(String payer, String payee) {}

  private record Left(String holder, EntryKind kind) {}

  private static final EntryKind[] KINDS = EntryKind.values();

  private final Books books;
  private final Accounts accounts;

  private Breakdowns(Books books, Accounts accounts) {
    this.books = books;
    this.accounts = accounts;
  }

  static Breakdown of(Books books, Accounts accounts) {
    Breakdowns sums = new Breakdowns(books, accounts);
    return new Breakdown(
        sums.flows(Traits::role),
        sums.flows(Traits::sector),
        sums.flows(Traits::area),
        sums.exits(Traits::role),
        sums.exits(Traits::sector));
  }

  private List<Flow> flows(Function<Traits, String> trait) {
    Map<Pair, Long> sums = new HashMap<>();
    books
        .hops()
        .forEach((payer, payee, amount) -> sums.merge(
            new Pair(trait.apply(accounts.traits(payer)), trait.apply(accounts.traits(payee))),
            amount,
            Long::sum));
    List<Flow> flows = new ArrayList<>();
    sums.forEach((pair, amount) -> flows.add(new Flow(pair.payer(), pair.payee(), amount)));
    flows.removeIf(flow -> flow.amount() == 0);
    flows.sort(Comparator.comparing(Flow::payer, CodePoints::compare)
        .thenComparing(Flow::payee, CodePoints::compare));
    return flows;
  }

  private List<Exit> exits(Function<Traits, String> trait) {
    Map<Left, Long> sums = new HashMap<>();
    books
        .exits()
        .forEach((account, kind, amount) -> sums.merge(
            new Left(trait.apply(accounts.traits(account)), KINDS[kind]), amount, Long::sum));
    List<Exit> exits = new ArrayList<>();
    sums.forEach((left, amount) -> exits.add(new Exit(left.holder(), left.kind(), amount)));
    exits.sort(Comparator.comparing(Exit::holder, CodePoints::compare)
        .thenComparing(exit -> exit.kind().wireName()));
    return exits;
  }
}
