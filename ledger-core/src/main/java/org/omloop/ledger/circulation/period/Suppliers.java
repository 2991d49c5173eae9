package org.omloop.ledger.circulation.period;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.disclosure.Thresholds;
import org.omloop.ledger.circulation.number.CodePoints;
import org.omloop.ledger.circulation.period.Supplier.Distance;
import org.omloop.ledger.circulation.period.Supplier.Reason;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * Whom an organisation could pay: members that sell what it redeemed money for, that it paid before, or that sell what
 * its trade buys; from all rows up to the period's end. It never says who else paid whom, nor how much
 * (docs/adr/0045).
 *
 * <p>It does not change after it is made, and is confined to the thread that owns the journal.
 */
public final class Suppliers {
  private final Scope scope;
  private final Accounts accounts;
  private final String[] divisions;
  private final List<Integer> organisations;
  /** How many others of a section have to buy somewhere before it is told. */
  private final int fewest;
  /** By unit, the units it paid. */
  private final Map<Integer, BitSet> bought = new HashMap<>();
  /** By unit, the divisions it redeemed money for. */
  private final Map<Integer, Set<String>> redeemed = new HashMap<>();
  /** By division that is paid, the accounts that paid it: those of one unit may have divisions of their own. */
  private final Map<String, Set<Integer>> payers = new HashMap<>();

  /** Learns from all rows up to the period's end. */
  public Suppliers(Scope scope) {
    this.scope = scope;
    this.accounts = scope.rows().accounts();
    this.divisions = Words.ofAccounts(scope, traits -> Sbi.division(traits.sector()));
    this.organisations = IntStream.range(0, accounts.size())
        .filter(account -> scope.isOpen(account) && isOrganisation(account))
        .boxed()
        .toList();
    this.fewest =
        Thresholds.of(scope.journal().policy(scope.asOf() + 1, scope.size())).units();
    learn(scope.rows());
  }

  private void learn(Rows rows) {
    int end = scope.endRow();
    for (int row = 0; row < end; row++) {
      int payer = rows.payer(row);
      if (Sought.isSought(scope, row)) {
        redeemed
            .computeIfAbsent(accounts.unit(payer), unit -> new HashSet<>())
            .add(Sought.division(scope, row));
      } else if (rows.movement(row) == Movement.HOP
          && isOrganisation(payer)
          && isOrganisation(rows.payee(row))) {
        learnTrade(payer, rows.payee(row));
      }
    }
  }

  private void learnTrade(int payer, int payee) {
    bought.computeIfAbsent(accounts.unit(payer), same -> new BitSet()).set(accounts.unit(payee));
    payers.computeIfAbsent(divisions[payee], same -> new HashSet<>()).add(payer);
  }

  /**
   * Returns whom an organisation could pay, for the operator: those for the strongest reason first, then the nearest,
   * then by account id. What any organisation of its division paid, its trade buys.
   */
  public List<Supplier> of(int account) {
    return found(
        account, division -> paidByDivisionOf(account, division).findAny().isPresent());
  }

  /**
   * Returns the same as the organisation itself may see it: what others of its trade buy counts where as many of its
   * section paid that division as a public figure needs, so that no single one can be told.
   */
  public List<Supplier> toldTo(int account) {
    return found(
        account,
        division -> paidByDivisionOf(account, division).anyMatch(each -> isSameUnit(each, account))
            || othersOfSection(account, division) >= fewest);
  }

  private IntStream paidByDivisionOf(int account, String division) {
    return paidBy(division).filter(each -> divisions[each].equals(divisions[account]));
  }

  private long othersOfSection(int account, String division) {
    String section = Sbi.section(divisions[account]);
    return paidBy(division)
        .filter(each -> Sbi.section(divisions[each]).equals(section) && !isSameUnit(each, account))
        .map(accounts::unit)
        .distinct()
        .count();
  }

  private IntStream paidBy(String division) {
    return payers.getOrDefault(division, Set.of()).stream().mapToInt(Integer::intValue);
  }

  private List<Supplier> found(int account, Predicate<String> isOfTrade) {
    if (!isOrganisation(account)) {
      return List.of();
    }
    Set<String> ofTrade = divisions[account].equals(Sbi.UNKNOWN)
        ? Set.of()
        : payers.keySet().stream().filter(isOfTrade).collect(toSet());
    List<Supplier> found = new ArrayList<>();
    for (int other : organisations) {
      List<Reason> reasons = reasons(account, other, ofTrade);
      if (!reasons.isEmpty() && !isSameUnit(account, other)) {
        found.add(
            new Supplier(accounts.id(other), divisions[other], distance(account, other), reasons));
      }
    }
    found.sort(Comparator.<Supplier, Reason>comparing(each -> each.reasons().get(0))
        .thenComparing(Supplier::distance)
        .thenComparing(Supplier::account, CodePoints::compare));
    return found;
  }

  private List<Reason> reasons(int account, int other, Set<String> ofTrade) {
    List<Reason> reasons = new ArrayList<>();
    boolean isKnown = !divisions[other].equals(Sbi.UNKNOWN);
    if (isKnown && sought(account).contains(divisions[other])) {
      reasons.add(Reason.REDEEMED);
    }
    if (paidBefore(account, other)) {
      reasons.add(Reason.BOUGHT);
    }
    if (isKnown && ofTrade.contains(divisions[other])) {
      reasons.add(Reason.TRADE);
    }
    return reasons;
  }

  private Set<String> sought(int account) {
    return redeemed.getOrDefault(accounts.unit(account), Set.of());
  }

  private boolean paidBefore(int account, int other) {
    BitSet paid = bought.get(accounts.unit(account));
    return paid != null && paid.get(accounts.unit(other));
  }

  private Distance distance(int account, int other) {
    return Distance.between(Words.area(scope.traits(account)), Words.area(scope.traits(other)));
  }

  private boolean isSameUnit(int account, int other) {
    return accounts.unit(account) == accounts.unit(other);
  }

  private boolean isOrganisation(int account) {
    return Words.isOrganisation(scope.traits(account));
  }
}
