package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.catalogue.Catalogue;
import org.omloop.ledger.circulation.disclosure.Period;

/** Ids and columns of tables, which files, screens and addresses rely on. */
class TableColumnsTest {
  private static final Scope SCOPE = TableText.scope("open anna resident", Period.month(2026, 11));
  private static final Map<String, String> COLUMNS = Map.ofEntries(
      Map.entry("exits", "purpose:word amount:amount share:share units:count"),
      Map.entry(
          "sectors",
          "sector:word received:amount spent:amount redeemed:amount redeemed_share:share"
              + " organisations:count"),
      Map.entry("sector-matrix", "payer:word payee:word amount:amount payers:count payees:count"),
      Map.entry("missing-suppliers", "sector:word amount:amount units:count"),
      Map.entry(
          "areas", "area:word received:amount spent:amount own_share:share net:amount units:count"),
      Map.entry("area-matrix", "payer:word payee:word amount:amount payers:count payees:count"),
      Map.entry("distribution", "measure:word value:ratio units:count"),
      Map.entry("lorenz", "who:word units_share:share amount_share:share"),
      Map.entry(
          "fund",
          "month:period contributed:amount levied:amount granted:amount balance:amount"
              + " voted_share:share lag:days"),
      Map.entry("provisions", "provision:word amount:amount share:share organisations:count"),
      Map.entry("roles", "role:word received:amount share:share units:count"),
      Map.entry(
          "schemes",
          "scheme:name year:name figure:word theirs:ratio ours:ratio formula:name source:name"),
      Map.entry("flow", "step:count from:word to:word amount:amount share:share"),
      Map.entry("quality", "measure:word share:share"),
      Map.entry("returned", "measure:word share:share"));

  @Test
  void columnsAreAsAgreed() {
    Map<String, String> found = PeriodReport.audit(SCOPE, "cm9vdA==").tables().stream()
        .filter(table -> COLUMNS.containsKey(table.id()))
        .collect(Collectors.toMap(Table::id, TableColumnsTest::columns));
    assertEquals(COLUMNS, found);
  }

  @Test
  void theOperatorsTablesAreAsAgreed() {
    assertEquals(
        "sector:word purpose:word amount:amount units:count local:count most:name"
            + " most_amount:amount",
        columns(SupplyGaps.of(SCOPE)));
    assertEquals(
        "account:name balance:amount quiet:days sector:word suppliers:count",
        columns(StuckBalances.of(SCOPE)));
  }

  @Test
  void indicatorsAreInTheCatalogue() {
    for (Table table : PeriodReport.audit(SCOPE, "cm9vdA==").tables()) {
      table
          .indicators()
          .forEach(
              id -> assertTrue(Catalogue.find(id).isPresent(), () -> id + " of " + table.id()));
    }
  }

  private static String columns(Table table) {
    return table.columns().stream()
        .map(column -> column.id() + ":" + column.kind().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}
