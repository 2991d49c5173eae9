package org.omloop.ledger.circulation.period;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Accounts.Traits;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.EntryKind;

/**
 * How many units paid and were paid in a period, by the words under which tables put them.
 *
 * <p>Not thread-safe.
 */
final class UnitsBySide {
  private final Scope scope;
  private final Accounts accounts;
  private final String[] words;
  // owned by whoever counts; then unchanged
  private final Map<List<String>, BitSet> payers = new HashMap<>();
  private final Map<List<String>, BitSet> payees = new HashMap<>();
  private final Map<String, BitSet> all = new HashMap<>();

  private UnitsBySide(Scope scope, Function<Traits, String> word) {
    this.scope = scope;
    this.accounts = scope.rows().accounts();
    this.words = Words.ofAccounts(scope, word);
  }

  /** Counts units that passed money on, and where redemptions count, that exchanged it for euros. */
  static UnitsBySide of(Scope scope, Function<Traits, String> word, boolean withRedemptions) {
    UnitsBySide units = new UnitsBySide(scope, word);
    Traded.forEach(scope, (payer, payee, kind, amount) -> units.add(payer, payee));
    if (withRedemptions) {
      units.addRedemptions();
    }
    return units;
  }

  private void add(int payer, int payee) {
    List<String> pair = List.of(words[payer], words[payee]);
    set(payers.computeIfAbsent(pair, each -> new BitSet()), payer);
    set(payees.computeIfAbsent(pair, each -> new BitSet()), payee);
    addTo(all, payer);
    addTo(all, payee);
  }

  private void addRedemptions() {
    Rows rows = scope.rows();
    int end = scope.endRow();
    for (int row = scope.firstRow(); row < end; row++) {
      if (rows.movement(row) == Movement.EXIT && rows.kind(row) == EntryKind.REDEEM) {
        addTo(all, rows.payer(row));
      }
    }
  }

  private void addTo(Map<String, BitSet> units, int account) {
    set(units.computeIfAbsent(words[account], each -> new BitSet()), account);
  }

  private void set(BitSet units, int account) {
    units.set(accounts.unit(account));
  }

  int payers(String payer, String payee) {
    return payers.getOrDefault(List.of(payer, payee), new BitSet()).cardinality();
  }

  int payees(String payer, String payee) {
    return payees.getOrDefault(List.of(payer, payee), new BitSet()).cardinality();
  }

  /** Returns how many units with a word paid or were paid. */
  int with(String word) {
    return all.getOrDefault(word, new BitSet()).cardinality();
  }
}
