package org.omloop.server.demo.neighbourhood;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Role;

/** The invented organisations of the demo: who they are, and who sells to whom. */
final class OrganisationTable {
  private static final int KEY = 0;
  private static final int NAME = 1;
  private static final int ROLE = 2;
  private static final int SECTOR = 3;
  private static final int AREA = 4;
  private static final int TRADE = 5;
  private static final int SUPPLIERS = 6;
  private static final int JOINS_ON = 7;

  private final Map<String, Organisation> organisations = new LinkedHashMap<>();

  /** Invents the organisations, each with a random account id. */
  OrganisationTable(Chance chance) {
    List<List<String>> rows = Stream.concat(
            OrganisationRows.FOUNDERS.lines(), OrganisationRows.NEWCOMERS.lines())
        .map(OrganisationTable::cells)
        .toList();
    Map<String, AccountId> accounts = new HashMap<>();
    rows.forEach(row -> accounts.put(row.get(KEY), Neighbourhood.account(chance)));
    rows.forEach(row -> organisations.put(row.get(KEY), organisation(row, accounts)));
  }

  /** Returns the organisations: the municipality first, those who join later last. */
  List<Organisation> organisations() {
    return List.copyOf(organisations.values());
  }

  /** Returns who moves or takes up another trade, and when, by day. */
  List<Change> changes() {
    return OrganisationRows.CHANGES
        .lines()
        .map(OrganisationTable::cells)
        .map(this::change)
        .toList();
  }

  private Change change(List<String> row) {
    Organisation before = find(organisations, row.get(1));
    return new Change(
        Integer.parseInt(row.get(0)),
        before.account(),
        new Classification(before.role(), sector(row.get(2)), Neighbourhood.AREAS + row.get(3)),
        Address.of(row.get(1), row.get(3)));
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
  }

  private static Organisation organisation(List<String> row, Map<String, AccountId> accounts) {
    return new Organisation(
        find(accounts, row.get(KEY)),
        row.get(NAME),
        Address.of(row.get(KEY), row.get(AREA)),
        new Classification(
            word(Role.class, row.get(ROLE)),
            sector(row.get(SECTOR)),
            Neighbourhood.AREAS + row.get(AREA)),
        word(Trade.class, row.get(TRADE)),
        Arrays.stream(row.get(SUPPLIERS).split(" "))
            .filter(key -> !key.isEmpty())
            .map(key -> find(accounts, key))
            .toList(),
        row.size() > JOINS_ON ? Integer.parseInt(row.get(JOINS_ON)) : 0);
  }

  private static String sector(String code) {
    return "SBI2008:" + code;
  }

  /** Returns the constant that a table calls by its name in lower case. */
  static <E extends Enum<E>> E word(Class<E> type, String cell) {
    return Enum.valueOf(type, cell.toUpperCase(Locale.ROOT));
  }

  private static <V> V find(Map<String, V> byKey, String key) {
    return Optional.ofNullable(byKey.get(key))
        .orElseThrow(() -> new IllegalStateException("no organisation is called " + key));
  }
}
