package org.omloop.ledger.circulation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.circulation.csv.TimeForm;
import org.omloop.ledger.circulation.flow.Certificate;
import org.omloop.ledger.circulation.flow.HopGraph;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.TracedFigures;
import org.omloop.ledger.journal.EntryKind;

/**
 * The circulation of a ledger from its first row up to a moment (circulation.md, section 9). Amounts are minor units;
 * ratios and means have six decimals and are empty where the denominator is zero, which is never 0.
 *
 * @param detail "lots" where every lot was followed, "keyed" where lots of one kind were merged
 * @param window empty when there are no rows
 * @param moneyDays ∫B dt in minor units × days, since genesis
 * @param meanStock C1, B̄
 * @param velocityPerYear C4
 * @param spentPerIssued C7
 * @param chainMultiplier C9
 * @param throughflow C17
 * @param sleepingShare C6; empty until the ledger is {@link Circulation#SLEEPING_DAYS} days old
 * @param circularShare C15
 * @param rules what each rule says, in the order of the rules
 * @param breakdown where accounts are declared
 */
public record CirculationReport(
    String detail,
    Input input,
    Optional<Window> window,
    Stock books,
    Volume volume,
    Moved moved,
    BigDecimal moneyDays,
    Optional<BigDecimal> meanStock,
    Optional<BigDecimal> velocityPerYear,
    Optional<BigDecimal> spentPerIssued,
    Optional<BigDecimal> chainMultiplier,
    Optional<BigDecimal> throughflow,
    Optional<BigDecimal> sleepingShare,
    CircularShare circularShare,
    Map<Rule, TracedFigures> rules,
    Optional<Breakdown> breakdown) {
  /**
   * What was measured.
   *
   * @param rows all data rows of the file
   * @param rowsUsed those up to the end of the window that touch the circuit
   * @param rowsOutside those between accounts outside
   * @param accountsSha256 of the accounts file, if there is one
   */
  public record Input(
      long rows, long rowsUsed, long rowsOutside, Optional<String> accountsSha256, String sha256) {}

  /** From the first row to the end, both in milliseconds. */
  public record Window(TimeForm form, long from, long until) {}

  /** What came in (as issue, as grant), left, and is inside. */
  public record Stock(long entered, long issued, long granted, long exited, long stock) {}

  /** C3: all hops before refunds, refunds, after refunds; V<sub>C</sub>; and each kind after refunds. */
  public record Volume(
      long gross, long refunded, long net, long economic, Map<EntryKind, Long> byKind) {
    public Volume {
      byKind = Collections.unmodifiableMap(new LinkedHashMap<>(byKind));
    }
  }

  /** What moved and is no spending. */
  public record Moved(long contribution, long demurrage, long own) {}

  /** The maximum circulation of the hop graph, with its proof. */
  public record CircularShare(
      Optional<BigDecimal> share, HopGraph graph, Certificate certificate) {}

  /** Sums by what is declared of accounts; "" is unknown. Sorted; pairs at zero are left out. */
  public record Breakdown(
      List<Flow> role,
      List<Flow> sector,
      List<Flow> area,
      List<Exit> exitsByRole,
      List<Exit> exitsBySector) {
    /** Hops after refunds. */
    public record Flow(String payer, String payee, long amount) {}

    /** Exits of one kind. */
    public record Exit(String holder, EntryKind kind, long amount) {}

    public Breakdown {
      role = List.copyOf(role);
      sector = List.copyOf(sector);
      area = List.copyOf(area);
      exitsByRole = List.copyOf(exitsByRole);
      exitsBySector = List.copyOf(exitsBySector);
    }
  }

  public CirculationReport {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
  }
}
