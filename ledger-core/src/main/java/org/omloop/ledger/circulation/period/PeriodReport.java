package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.coins.MarkedCoins;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.disclosure.Thresholds;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.Rule;

/**
 * All tables on one period.
 *
 * @param tier for whom it is
 * @param origin the journal's
 * @param name the circuit's
 * @param unit the currency's
 * @param scale the currency's decimals
 * @param size how many entries it rests on
 * @param root the journal's root hash at that size, base64
 * @param tuple by what else it was made, so that it can be repeated
 * @param thresholds how strict disclosure control was; empty where it hid nothing
 */
public record PeriodReport(
    Tier tier,
    String origin,
    String name,
    String unit,
    int scale,
    Period period,
    long size,
    String root,
    Tuple tuple,
    Optional<Thresholds> thresholds,
    List<Table> tables) {
  /** For whom a report is. */
  public enum Tier {
    /** Exact; for holders of the audit right. */
    AUDIT,
    /** For everybody: every figure has passed disclosure control. */
    PUBLIC
  }

  /** The version of all formulas together; a published report names the one it was made by. */
  public static final int VERSION = 2;

  /** Copies the tables. */
  public PeriodReport {
    tables = List.copyOf(tables);
  }

  /**
   * Measures a period exactly.
   *
   * @param root the journal's root hash at the scope's size, base64
   * @throws org.omloop.ledger.circulation.IdentityFailed when the measurement contradicts itself
   */
  public static PeriodReport audit(Scope scope, String root) {
    TracedPeriods traced = TracedPeriods.of(scope);
    MarkedCoins coins = MarkedCoins.of(scope.rows(), 0, scope.endRow(), Offset.hashed());
    Tuple tuple = Tuple.of(traced);
    Bands bands = Bands.of(traced, root, tuple);
    var genesis = scope.journal().genesis().orElseThrow();
    return new PeriodReport(
        Tier.AUDIT,
        genesis.terms().ledger(),
        genesis.name(),
        genesis.unit(),
        genesis.scale(),
        scope.period(),
        scope.size(),
        root,
        tuple,
        Optional.empty(),
        List.of(
            Closing.of(scope),
            Headline.of(traced, bands),
            OneEuro.of(traced, bands),
            RetentionCurves.of(traced, bands),
            ExitCurves.of(traced),
            Programmes.of(traced),
            Exits.of(scope),
            Sectors.of(scope),
            Matrix.ofSectors(scope),
            MissingSuppliers.of(scope),
            Areas.of(scope),
            Matrix.ofAreas(scope),
            Distribution.of(scope),
            Lorenz.of(scope),
            FundMonths.of(scope),
            Provisions.of(scope),
            Roles.of(scope),
            MoneyFlow.of(scope, coins),
            Schemes.of(scope, traced.reading(Rule.MIXED).figures()),
            Quality.of(scope),
            Returned.of(scope, coins)));
  }

  /**
   * Makes the public edition of a period that is over: the same tables after disclosure control.
   *
   * @param scope a period and as many entries as {@link PublicEditions#size} says
   * @param root the journal's root hash at the scope's size, base64
   * @throws IllegalArgumentException when the scope is of another size
   */
  public static PeriodReport publicEdition(PublicEditions editions, Scope scope, String root) {
    return editions.of(audit(scope, root));
  }
}
