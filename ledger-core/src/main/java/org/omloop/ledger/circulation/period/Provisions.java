package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.journal.EntryKind;

/** What of all purchases in a period went to providers of essential provisions (C24). */
final class Provisions {
  private static final List<Column> COLUMNS = List.of(
      new Column("provision", new Text("Voorziening", "Provision"), Column.Kind.WORD),
      new Column("amount", new Text("Bedrag", "Amount"), Column.Kind.AMOUNT),
      new Column("share", new Text("Deel van aankopen", "Share of purchases"), Column.Kind.SHARE),
      new Column("organisations", new Text("Aanbieders", "Providers"), Column.Kind.COUNT));
  private static final Text BASKET = new Text(
      "De branche van de winkel telt, niet wat er in het mandje lag.",
      "The payee's sector counts, not the basket.");
  private static final Text NO_PURCHASES = new Text(
      "In deze periode is in de kring niets gekocht.",
      "Nothing was bought inside the circuit in this period.");

  private Provisions() {}

  static Table of(Scope scope) {
    Accounts accounts = scope.rows().accounts();
    List<Optional<Provision>> provided = new ArrayList<>();
    for (int account = 0; account < accounts.size(); account++) {
      provided.add(Provision.of(scope.traits(account).sector()));
    }
    Map<Provision, Tally> bought = new EnumMap<>(Provision.class);
    Provision.all().forEach(each -> bought.put(each, new Tally()));
    Tally all = new Tally();
    Traded.forEach(scope, (payer, payee, kind, amount) -> {
      if (kind == EntryKind.PURCHASE) {
        int unit = accounts.unit(payee);
        all.add(unit, amount);
        provided
            .get(payee)
            .ifPresent(each -> bought.computeIfAbsent(each, key -> new Tally()).add(unit, amount));
      }
    });
    List<List<Cell>> lines = new ArrayList<>();
    bought.forEach((provision, tally) -> lines.add(List.of(
        Cell.code(provision.wireName()),
        Cell.of(tally.amount()),
        Cell.of(SixDecimals.ratio(tally.amount(), all.amount())),
        Cell.of(tally.units()))));
    return new Table(
        "provisions",
        new Text("Basisvoorzieningen", "Essential provisions"),
        List.of("C24"),
        COLUMNS,
        lines,
        Optional.of(all.units() == 0 ? NO_PURCHASES : BASKET));
  }
}
