package org.omloop.ledger.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of the currency's own rules that a {@code policy} order may set, with its form and its value before any order
 * has set it (standards.md, section 3).
 */
public enum Setting {
  /** The most a resident's account may hold. */
  BALANCE_CAP_RESIDENT("balanceCapResident", Form.AMOUNT, Optional.of(15_000L)),
  /** The most an organisation's account may hold. */
  BALANCE_CAP_ORGANISATION("balanceCapOrganisation", Form.AMOUNT, Optional.empty()),
  /** The most issued per UTC month to an account whose holder is not identified. */
  TOP_UP_PER_MONTH_UNIDENTIFIED("topUpPerMonthUnidentified", Form.AMOUNT, Optional.of(15_000L)),
  /** The most issued per UTC month to an account whose holder is identified. */
  TOP_UP_PER_MONTH_IDENTIFIED("topUpPerMonthIdentified", Form.AMOUNT, Optional.empty()),
  /** The most one order of a resident may pay. */
  PAYMENT_PER_ORDER_RESIDENT("paymentPerOrderResident", Form.AMOUNT, Optional.empty()),
  /** The most a resident may pay per UTC day. */
  PAYMENT_PER_DAY_RESIDENT("paymentPerDayResident", Form.AMOUNT, Optional.empty()),
  /** The most one order of an organisation may pay. */
  PAYMENT_PER_ORDER_ORGANISATION("paymentPerOrderOrganisation", Form.AMOUNT, Optional.empty()),
  /** The most an organisation may pay per UTC day. */
  PAYMENT_PER_DAY_ORGANISATION("paymentPerDayOrganisation", Form.AMOUNT, Optional.empty()),
  /** Whether residents may pay each other. */
  GIFTS_BETWEEN_RESIDENTS("giftsBetweenResidents", Form.FLAG, Optional.of(false)),
  /** Whether residents may redeem; {@code on-leaving} means with the purpose {@code leaving} only. */
  REDEMPTION_BY_RESIDENTS("redemptionByResidents", Form.REDEMPTION, Optional.of("on-leaving")),
  /** Whether organisations may redeem. */
  REDEMPTION_BY_ORGANISATIONS("redemptionByOrganisations", Form.FLAG, Optional.of(true)),
  /** The operator's fee on a redemption. */
  REDEMPTION_FEE_BASIS_POINTS("redemptionFeeBasisPoints", Form.BASIS_POINTS, Optional.of(0L)),
  /** The amount above which an issue needs two operators; absent: never. */
  TWO_SIGNATURES_ABOVE("twoSignaturesAbove", Form.AMOUNT, Optional.of(50_000L)),
  /** The share of a purchase that the payee gives to the fund. */
  CONTRIBUTION_BASIS_POINTS("contributionBasisPoints", Form.BASIS_POINTS, Optional.of(0L)),
  /** The share of a balance above the free amount that a levy takes. */
  DEMURRAGE_BASIS_POINTS("demurrageBasisPoints", Form.BASIS_POINTS, Optional.of(0L)),
  /** The part of a balance that a levy leaves alone. */
  DEMURRAGE_FREE_AMOUNT("demurrageFreeAmount", Form.AMOUNT, Optional.empty()),
  /** The {@code FUND} account that takes contributions and levies; absent: there are none. */
  FUND_ACCOUNT("fundAccount", Form.ACCOUNT, Optional.empty()),
  /** Areas, as prefixes, that organisations must lie in to be paid; empty: any. */
  ACCEPTOR_AREAS("acceptorAreas", Form.PREFIXES, Optional.of(List.of())),
  /** Sectors, as prefixes, that organisations must belong to to be paid; empty: any. */
  ACCEPTOR_SECTORS("acceptorSectors", Form.PREFIXES, Optional.of(List.of())),
  /** How long a key waits that operators add for a member who had one already. */
  KEY_RECOVERY_SECONDS("keyRecoverySeconds", Form.SECONDS, Optional.of(0L)),
  /** How many units each side of a public figure needs (circulation.md, section 7, rule 3). */
  DISCLOSURE_UNITS("disclosureUnits", Form.COUNT, Optional.of(10L)),
  /** The most that one unit may have of a public figure. */
  DISCLOSURE_LARGEST_PERCENT("disclosureLargestPercent", Form.PERCENT, Optional.of(50L)),
  /** What all but the two largest must have of a public figure, in percent of the largest: p of the p% rule. */
  DISCLOSURE_PROTECTION_PERCENT("disclosureProtectionPercent", Form.PERCENT, Optional.of(10L)),
  /** How closely a hidden figure may not be computed, in percent of it (rule 6). */
  DISCLOSURE_ROOM_PERCENT("disclosureRoomPercent", Form.PERCENT, Optional.of(10L)),
  /** What public amounts are rounded to, minor units (rule 4). */
  DISCLOSURE_AMOUNT_STEP("disclosureAmountStep", Form.COUNT, Optional.of(1_000L)),
  /** What public counts are rounded to. */
  DISCLOSURE_COUNT_STEP("disclosureCountStep", Form.COUNT, Optional.of(5L)),
  /** How often money must have come in for a public curve (rule 8). */
  DISCLOSURE_CURVE_ENTRIES("disclosureCurveEntries", Form.COUNT, Optional.of(10L)),
  /** How many units a public curve needs, in its cohort and wherever it is drawn. */
  DISCLOSURE_CURVE_UNITS("disclosureCurveUnits", Form.COUNT, Optional.of(10L)),
  /** The year of the city's survey of euros before the circuit; absent: there is no {@link Baseline}. */
  BASELINE_YEAR("baselineYear", Form.YEAR, Optional.empty()),
  /** The share of euros that was spent again nearby, by that survey. */
  BASELINE_SPENT_LOCALLY("baselineSpentLocallyBasisPoints", Form.SHARE, Optional.empty()),
  /** The share of euros that left the area, by that survey. */
  BASELINE_LEAKED("baselineLeakedBasisPoints", Form.SHARE, Optional.empty()),
  /** The local multiplier LM3, by that survey. */
  BASELINE_LM3("baselineLm3Hundredths", Form.LM3, Optional.empty()),
  /** The bank account that holds the euros behind the units; empty: none is named yet. */
  RESERVE_IBAN("reserveIban", Form.IBAN, Optional.of("")),
  /** Whose account that is, as the bank has it; empty: not named yet. */
  RESERVE_NAME("reserveName", Form.PAYEE, Optional.of(""));

  /** What may be stricter than the initial value, and never less. */
  private static final Set<Setting> AT_LEAST_INITIAL = EnumSet.of(
      DISCLOSURE_UNITS,
      DISCLOSURE_PROTECTION_PERCENT,
      DISCLOSURE_ROOM_PERCENT,
      DISCLOSURE_AMOUNT_STEP,
      DISCLOSURE_COUNT_STEP,
      DISCLOSURE_CURVE_ENTRIES,
      DISCLOSURE_CURVE_UNITS);

  /** The form a setting's value takes in JSON. */
  public enum Form {
    /** An integer of minor units, or null for none. */
    AMOUNT,
    /** An integer 0 … 10,000. */
    BASIS_POINTS,
    /** True or false. */
    FLAG,
    /** {@code off}, {@code on-leaving} or {@code on}. */
    REDEMPTION,
    /** An account id, or null for none. */
    ACCOUNT,
    /** A list of at most 50 texts of 1 to 40 characters. */
    PREFIXES,
    /** An integer 0 … 2,592,000: 30 days. */
    SECONDS,
    /** An integer 1 … 1,000,000. */
    COUNT,
    /** An integer 1 … 100. */
    PERCENT,
    /** An integer 1900 … 9999, or null for none. */
    YEAR,
    /** An integer of basis points 0 … 10,000, or null for not measured. */
    SHARE,
    /** An integer of hundredths 100 … 300, or null for not measured. */
    LM3,
    /** An IBAN without spaces whose check digits are right, or an empty text. */
    IBAN,
    /** A payee's name of at most 70 characters, or an empty text. */
    PAYEE
  }

  private final String wireName;
  private final Form form;

  @SuppressWarnings("ImmutableEnumChecker") // a number, a flag, a text or an immutable list
  private final Optional<Object> initial;

  Setting(String wireName, Form form, Optional<?> initial) {
    this.wireName = wireName;
    this.form = form;
    this.initial = initial.map(Object.class::cast);
  }

  /** Returns the setting of that name in orders and in the API. */
  public static Optional<Setting> named(String wireName) {
    return Arrays.stream(values())
        .filter(each -> each.wireName.equals(wireName))
        .findFirst();
  }

  /** Returns the name used in orders and in the API. */
  public String wireName() {
    return wireName;
  }

  /** Returns the form of the value. */
  public Form form() {
    return form;
  }

  /**
   * Tells whether a value, in the type of the form, would let more be published than the rules of disclosure control
   * allow in any circuit; never so for other settings.
   */
  public boolean isLooserThanAllowed(Optional<Object> value) {
    long floor = initial.map(each -> each instanceof Long number ? number : 0L).orElse(0L);
    long asked = value.map(each -> each instanceof Long number ? number : 0L).orElse(0L);
    return this == DISCLOSURE_LARGEST_PERCENT
        ? asked > floor
        : AT_LEAST_INITIAL.contains(this) && asked < floor;
  }

  /** Returns the value before any order has set it; empty stands for none. */
  public Optional<Object> initial() {
    return initial;
  }
}
