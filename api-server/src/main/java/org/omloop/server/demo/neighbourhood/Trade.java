package org.omloop.server.demo.neighbourhood;

import java.time.LocalDate;
import org.omloop.ledger.money.Amount;

/**
 * A way of earning a living: its season and hours, the prices people pay at the counter, how much it draws people in each part of
 * the day, and the sector its supplies come from when nobody in the circuit sells them.
 */
public enum Trade {
  BAKERY(Season.ALL_YEAR, Hours.EARLY, 220, 1450, 34, 22, 12, 0, "SBI2008:10610"),
  GREENGROCER(Season.ALL_YEAR, Hours.SHOP, 250, 2100, 16, 12, 26, 0, "SBI2008:01130"),
  SUPERMARKET(Season.ALL_YEAR, Hours.LONG, 280, 3400, 22, 18, 26, 34, "SBI2008:46390"),
  BUTCHER(Season.ALL_YEAR, Hours.SHOP, 450, 2600, 8, 8, 16, 0, "SBI2008:10110"),
  CHEESE(Season.ALL_YEAR, Hours.SHOP, 380, 1900, 7, 7, 12, 0, "SBI2008:10510"),
  CAFE(Season.TERRACE, Hours.CAFE, 275, 1650, 18, 26, 20, 24, "SBI2008:46340"),
  RESTAURANT(Season.TERRACE, Hours.DINNER, 950, 4200, 0, 0, 0, 30, "SBI2008:46390"),
  SNACKS(Season.ALL_YEAR, Hours.SNACKS, 250, 1400, 0, 14, 12, 24, "SBI2008:46390"),
  ICE_CREAM(Season.ICE, Hours.SNACKS, 180, 950, 0, 6, 16, 10, "SBI2008:10520"),
  COMMUNITY_KITCHEN(Season.ALL_YEAR, Hours.KITCHEN, 400, 900, 0, 14, 0, 18, "SBI2008:46310"),
  MARKET_STALL(Season.ALL_YEAR, Hours.MARKET, 200, 1500, 44, 40, 34, 0, "SBI2008:46310"),
  BOOKS(Season.PRESENTS, Hours.SHOP, 450, 3400, 4, 6, 10, 0, "SBI2008:58110"),
  TOYS(Season.PRESENTS, Hours.SHOP, 395, 2950, 3, 4, 9, 0, "SBI2008:32400"),
  CLOTHES(Season.PRESENTS, Hours.SHOP, 650, 4500, 3, 4, 7, 0, "SBI2008:14130"),
  MAKER(Season.PRESENTS, Hours.WORKSHOP, 450, 3200, 0, 4, 8, 0, "SBI2008:23190"),
  FLOWERS(Season.FLOWERS, Hours.SHOP, 350, 2250, 5, 5, 10, 0, "SBI2008:01190"),
  HARDWARE(Season.GARDENING, Hours.SHOP, 195, 3900, 6, 5, 8, 0, "SBI2008:46740"),
  PHARMACY(Season.INDOORS, Hours.SHOP, 295, 2800, 7, 6, 9, 0, "SBI2008:46460"),
  SECOND_HAND(Season.ALL_YEAR, Hours.SHOP, 150, 1800, 5, 8, 14, 0, "SBI2008:38320"),
  BICYCLES(Season.CYCLING, Hours.SHOP, 650, 5400, 6, 5, 9, 0, "SBI2008:46493"),
  HAIRDRESSER(Season.ALL_YEAR, Hours.SHOP, 1650, 4650, 6, 6, 9, 0, "SBI2008:20420"),
  BUS(Season.ALL_YEAR, Hours.LONG, 100, 350, 12, 8, 12, 8, "SBI2008:29102"),
  LAUNDRY(Season.ALL_YEAR, Hours.EARLY, 450, 1950, 6, 4, 6, 0, "SBI2008:20410"),
  SHOES(Season.ALL_YEAR, Hours.SHOP, 500, 3600, 3, 3, 5, 0, "SBI2008:15200"),
  RENTAL(Season.CYCLING, Hours.LONG, 800, 1600, 0, 0, 0, 0, "SBI2008:46493"),
  REPAIR_CAFE(Season.ALL_YEAR, Hours.WORKSHOP, 200, 1200, 0, 10, 30, 0, "SBI2008:25730"),
  LIBRARY(Season.INDOORS, Hours.LIBRARY, 120, 1800, 3, 5, 7, 3, "SBI2008:58110"),
  CINEMA(Season.INDOORS, Hours.EVENING, 650, 2200, 0, 0, 6, 22, "SBI2008:59130"),
  SPORTS(Season.CLUB, Hours.EVENING, 300, 2500, 0, 0, 6, 14, "SBI2008:32300"),
  MUSIC(Season.STUDY, Hours.EVENING, 1200, 3200, 0, 0, 6, 6, "SBI2008:32200"),
  GARDEN(Season.GARDENING, Hours.WORKSHOP, 250, 1400, 0, 8, 10, 0, "SBI2008:01300"),
  CARE(Season.ALL_YEAR, Hours.OFFICE, 650, 2750, 5, 4, 6, 0, "SBI2008:32501"),
  SCHOOL(Season.STUDY, Hours.OFFICE, 250, 1750, 6, 1, 4, 0, "SBI2008:58110"),
  CITY_HALL(Season.ALL_YEAR, Hours.OFFICE, 420, 4130, 1, 2, 1, 0, "SBI2008:62020"),
  PRINTING(Season.ALL_YEAR, Hours.OFFICE, 250, 3800, 3, 2, 4, 0, "SBI2008:17120"),
  ENERGY(Season.HEATING, Hours.OFFICE, 1200, 3200, 0, 0, 0, 0, "SBI2008:35110"),
  HOUSING(Season.ALL_YEAR, Hours.OFFICE, 1500, 4500, 0, 0, 0, 0, "SBI2008:41200"),
  WHOLESALE(Season.ALL_YEAR, Hours.OFFICE, 2500, 9000, 0, 0, 0, 0, "SBI2008:01130"),
  BREWERY(Season.ALL_YEAR, Hours.OFFICE, 1200, 6500, 0, 0, 0, 0, "SBI2008:46340"),
  CITY_FARM(Season.GARDENING, Hours.WORKSHOP, 300, 1600, 0, 6, 10, 0, "SBI2008:20150"),
  SERVICES(Season.ALL_YEAR, Hours.OFFICE, 2500, 9000, 0, 0, 0, 0, "SBI2008:28290"),
  BUILDING(Season.ALL_YEAR, Hours.OFFICE, 4500, 14000, 0, 0, 0, 0, "SBI2008:23510");

  private static final int STEP = 5;

  /** Immutable all through, which the checker cannot see in a map. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final OpeningHours hours;

  private final Season season;
  private final int lowest;
  private final int highest;
  private final int morning;
  private final int noon;
  private final int afternoon;
  private final int evening;
  private final String suppliesFrom;

  Trade(
      Season season,
      String hours,
      int lowest,
      int highest,
      int morning,
      int noon,
      int afternoon,
      int evening,
      String suppliesFrom) {
    this.season = season;
    this.hours = OpeningHours.parse(hours);
    this.lowest = lowest;
    this.highest = highest;
    this.morning = morning;
    this.noon = noon;
    this.afternoon = afternoon;
    this.evening = evening;
    this.suppliesFrom = suppliesFrom;
  }

  /** Returns when the door is open. */
  public OpeningHours hours() {
    return hours;
  }

  /** Returns how its custom goes up and down in the year. */
  public Season season() {
    return season;
  }

  /** Returns how strongly this trade draws people in that part of the date: 0 for not at all. */
  public int draw(LocalDate date, Daypart part) {
    return this == SCHOOL && DutchCalendar.isSchoolHoliday(date)
        ? 0
        : draw(part) * season.percent(date);
  }

  private int draw(Daypart part) {
    return switch (part) {
      case MORNING -> morning;
      case NOON -> noon;
      case AFTERNOON -> afternoon;
      case EVENING -> evening;
    };
  }

  /** Tells whether others can make or sell what it sells them; all else is help, such as cleaning or bookkeeping. */
  public boolean isOfGoods() {
    return this != SERVICES && this != BUILDING && this != ENERGY && this != LAUNDRY;
  }

  /** Returns what somebody pays at the counter, in steps of five cents; small sums are the common ones. */
  public Amount price(Chance chance) {
    int first = chance.between(lowest, highest);
    int second = chance.between(lowest, highest);
    int third = chance.between(lowest, highest);
    int price = Math.min(first, Math.min(second, third));
    return Amount.of(Math.max(lowest, price / STEP * STEP));
  }

  /** Returns the sector of the supplier that is missing in the circuit. */
  public String suppliesFrom() {
    return suppliesFrom;
  }

  /** Hours by custom; Sunday, and Monday morning in the small shops, are for resting. */
  private static final class Hours {
    static final String EARLY = "tu-fr 07:30-17:30, sa 07:30-17:00";
    static final String SHOP =
        "mo 13:00-18:00, tu-we 09:30-18:00, th 09:30-20:00, fr 09:30-18:00, sa 09:30-17:00";
    static final String LONG = "mo-sa 08:00-21:00, su 11:00-18:00";
    static final String CAFE = "mo-fr 08:00-22:00, sa 09:00-22:00, su 10:00-20:00";
    static final String DINNER = "we-sa 17:00-22:00, su 17:00-21:00";
    static final String SNACKS = "tu-su 12:00-21:00";
    static final String KITCHEN = "tu-th 12:00-20:00, su 17:00-20:00";
    static final String MARKET = "sa 09:00-17:00";
    static final String WORKSHOP = "we 12:00-17:00, sa 11:00-16:00";
    static final String LIBRARY = "mo-fr 10:00-19:00, sa 10:00-17:00, su 12:00-17:00";
    static final String EVENING = "mo-fr 16:00-22:00, sa 12:00-22:00, su 13:00-21:00";
    static final String OFFICE = "mo-fr 08:30-17:30";
  }
}
