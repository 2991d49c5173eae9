package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.Locale;

/**
 * A member that an organisation could pay, and why it is named.
 *
 * @param account its account's id
 * @param division what it sells, or {@code ?}
 * @param reasons at least one, in order
 */
public record Supplier(String account, String division, Distance distance, List<Reason> reasons) {
  /** Why a member is named, the strongest reason first. */
  public enum Reason {
    /** It sells what the organisation redeemed money for. */
    REDEEMED,
    /** The organisation paid it before. */
    BOUGHT,
    /** It sells what the organisation's trade buys. */
    TRADE;

    /** Returns the name used in the API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far it is, by the division of the land into buurten and wijken. */
  public enum Distance {
    /** In the same buurt. */
    SAME_AREA,
    /** In the same wijk. */
    NEAR,
    /** In another wijk, or where one of the two is not known. */
    ELSEWHERE;

    /** Returns the name used in the API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Distance between(String area, String other) {
      if (!area.equals(Words.UNKNOWN) && area.equals(other)) {
        return SAME_AREA;
      }
      String wijk = wijk(area);
      return !wijk.isEmpty() && wijk.equals(wijk(other)) ? NEAR : ELSEWHERE;
    }

    /** Returns the wijk of a buurt or wijk, such as {@code 0363MA} of {@code BU0363MA01}; empty where none is known. */
    private static String wijk(String area) {
      return area.matches("(BU|WK).{6,}") ? area.substring(2, 8) : "";
    }
  }

  /** Copies the list, and refuses one without a reason. */
  public Supplier {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException(account + " is named for no reason");
    }
  }
}
