package org.omloop.server.demo.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Neighbourhood;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Resident;
import org.omloop.server.demo.neighbourhood.Trade;

/** A year of the market: its seasons, its programmes, who comes, and that money neither dries up nor piles up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearPlanTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 11, 24);
  private static final long LAST_SEED = Boolean.getBoolean("omloop.long") ? 16 : 7;

  private final Neighbourhood neighbourhood = Neighbourhood.grow(7);
  private final MarketPlan plan = MarketPlan.of(neighbourhood, 7, FIRST_DAY, 365);
  private final List<MarketDay> days = plan.days().toList();
  private final PlannedFigures figures =
      PlannedFigures.of(neighbourhood, days.stream().flatMap(day -> day.intents().stream()));

  @Test
  void iceIsBoughtInSummerAndHeatInWinter() {
    Map<YearMonth, Long> ice = takings(Trade.ICE_CREAM);
    assertTrue(at(ice, 2026, 7) > 4 * at(ice, 2026, 1), ice.toString());
    Map<YearMonth, Long> heat = takings(Trade.ENERGY);
    assertTrue(at(heat, 2026, 1) > at(heat, 2026, 7), heat.toString());
    Map<YearMonth, Long> school = takings(Trade.SCHOOL);
    assertTrue(at(school, 2026, 9) > 3 * at(school, 2026, 8), school.toString());
    Map<YearMonth, Long> toys = takings(Trade.TOYS);
    assertTrue(at(toys, 2025, 12) > 2 * at(toys, 2026, 2), toys.toString());
  }

  @Test
  void christmasIsQuietDecemberIsBusyAndSummerIsSlack() {
    Map<LocalDate, Integer> sizes = days.stream()
        .collect(Collectors.toMap(MarketDay::date, day -> day.intents().size()));
    assertTrue(sizes.get(LocalDate.of(2025, 12, 25)) < 25, "Christmas");
    assertTrue(
        sizes.get(LocalDate.of(2025, 12, 20)) > sizes.get(LocalDate.of(2026, 1, 17)) * 10 / 9);
    Map<YearMonth, Long> bread = takings(Trade.BAKERY);
    assertTrue(at(bread, 2026, 8) * 6 / 5 < at(bread, 2026, 9), bread.toString());
  }

  @Test
  void programmesRunInTheirSeason() {
    Map<String, Set<YearMonth>> months = new TreeMap<>();
    acts(Act.Grant.class)
        .forEach((date, grants) -> grants.forEach(each -> months
            .computeIfAbsent(each.programme(), name -> new TreeSet<>())
            .add(YearMonth.from(date))));
    assertEquals(
        Set.of(
            "vrijwilligersdank",
            "groentebon",
            "energie-besparen",
            "energiehulp",
            "vakantiepas",
            "jeugdsport",
            "vote-buurtpot"),
        months.keySet());
    assertEquals(13, months.get("vrijwilligersdank").size());
    assertEquals(months(12, 1, 2, 3, 11), monthsOfTheYear(months.get("energiehulp")));
    assertEquals(months(7, 8), monthsOfTheYear(months.get("vakantiepas")));
    assertEquals(months(9, 10, 11), monthsOfTheYear(months.get("jeugdsport")));
    assertEquals(months(2, 5, 8, 11), monthsOfTheYear(months.get("vote-buurtpot")));
  }

  private static Set<Month> monthsOfTheYear(Set<YearMonth> months) {
    return months.stream().map(YearMonth::getMonth).collect(Collectors.toSet());
  }

  private static Set<Month> months(int... numbers) {
    Set<Month> months = new HashSet<>();
    for (int number : numbers) {
      months.add(Month.of(number));
    }
    return months;
  }

  @Test
  void leviesComeOnTheFirstOfEachMonthFromWhoeverHasJoined() {
    Map<LocalDate, List<Act.Levy>> levies = acts(Act.Levy.class);
    assertEquals(11, levies.size());
    assertTrue(levies.keySet().stream().allMatch(date -> date.getDayOfMonth() == 1));
    assertTrue(levies.get(LocalDate.of(2026, 1, 1)).size()
        < levies.get(LocalDate.of(2026, 11, 1)).size());
    assertEquals(
        neighbourhood.organisations().size(),
        levies.get(LocalDate.of(2026, 11, 1)).size());
  }

  @Test
  void newcomersDoNothingBeforeTheyHaveJoined() {
    Map<AccountId, Integer> joinsOn = new HashMap<>();
    neighbourhood.residents().forEach(each -> joinsOn.put(each.account(), each.joinsOn()));
    neighbourhood.organisations().forEach(each -> joinsOn.put(each.account(), each.joinsOn()));
    Set<AccountId> seen = new HashSet<>();
    for (int day = 0; day < days.size(); day++) {
      for (Intent each : days.get(day).intents()) {
        for (AccountId account : each.touches()) {
          assertTrue(day >= joinsOn.getOrDefault(account, 0), each.toString());
          seen.add(account);
        }
      }
    }
    assertTrue(
        seen.containsAll(
            neighbourhood.organisations().stream().map(Organisation::account).toList()),
        "every organisation takes part");
    assertTrue(seen.containsAll(neighbourhood.residents().stream()
        .filter(each -> each.joinsOn() > 0)
        .map(Resident::account)
        .toList()));
  }

  @Test
  void theBankStatesTheReserveEveryMonthToTheCent() {
    long number = 0;
    long reserve = 0;
    Set<YearMonth> months = new HashSet<>();
    long moved = 0;
    for (MarketDay day : days) {
      for (Intent each : day.intents()) {
        if (each.refusal().isEmpty()) {
          moved += each.act().bankLine().map(BankLine::minorUnits).orElse(0L);
        }
        if (each.act() instanceof Act.Statement act) {
          assertEquals(++number, act.statement().number());
          assertEquals(reserve, act.statement().opening());
          assertEquals(day.date(), act.statement().last());
          reserve = act.statement().closing();
          assertEquals(moved, reserve, "on " + day.date());
          months.add(YearMonth.from(day.date()));
        }
      }
    }
    assertEquals(13, months.size());
    assertEquals(figures.outstanding(), reserve);
  }

  @Test
  void someThingsHappenNowAndThen() {
    assertTrue(figures.returned() > 0, "payouts come back");
    assertTrue(figures.isPaidOut());
    assertEquals(
        neighbourhood.changes().size(),
        acts(Act.Classify.class).values().stream().mapToInt(List::size).sum());
  }

  @Test
  void moneyNeitherDriesUpNorPilesUp() {
    for (long seed = 7; seed <= LAST_SEED; seed++) {
      Neighbourhood grown = Neighbourhood.grow(seed);
      Map<YearMonth, Long> volume = new TreeMap<>();
      Map<YearMonth, Long> stock = new TreeMap<>();
      long outstanding = 0;
      for (var days = MarketPlan.of(grown, seed, FIRST_DAY, 365).days().iterator();
          days.hasNext(); ) {
        MarketDay day = days.next();
        for (Intent each : day.intents()) {
          if (each.refusal().isEmpty()) {
            outstanding += each.act().bankLine().map(BankLine::minorUnits).orElse(0L);
            if (each.act() instanceof Act.Pay pay) {
              volume.merge(YearMonth.from(day.date()), pay.amount().minorUnits(), Long::sum);
            }
          }
        }
        stock.put(YearMonth.from(day.date()), outstanding);
      }
      for (int month = 1; month <= 10; month++) {
        long spent = at(volume, 2026, month);
        long held = at(stock, 2026, month);
        assertTrue(spent > 30_000_00 && spent < 100_000_00, seed + ": " + volume);
        assertTrue(held > 45_000_00 && held < 280_000_00, seed + ": " + stock);
      }
    }
  }

  private Map<YearMonth, Long> takings(Trade trade) {
    Set<AccountId> shops = neighbourhood.organisations().stream()
        .filter(each -> each.trade() == trade)
        .map(Organisation::account)
        .collect(Collectors.toSet());
    return sum(each -> each.act() instanceof Act.Pay pay && shops.contains(pay.to())
        ? paid(each, pay.amount())
        : 0);
  }

  private static long paid(Intent intent, Amount amount) {
    return intent.refusal().isEmpty() ? amount.minorUnits() : 0;
  }

  private Map<YearMonth, Long> sum(ToLongFunction<Intent> amount) {
    Map<YearMonth, Long> sums = new TreeMap<>();
    days.forEach(day -> sums.merge(
        YearMonth.from(day.date()), day.intents().stream().mapToLong(amount).sum(), Long::sum));
    return sums;
  }

  private static long at(Map<YearMonth, Long> table, int year, int month) {
    return table.getOrDefault(YearMonth.of(year, month), 0L);
  }

  private <A extends Act> Map<LocalDate, List<A>> acts(Class<A> type) {
    Map<LocalDate, List<A>> acts = new TreeMap<>();
    days.forEach(day -> {
      Stream<A> some =
          day.intents().stream().map(Intent::act).filter(type::isInstance).map(type::cast);
      List<A> found = some.toList();
      if (!found.isEmpty()) {
        acts.put(day.date(), found);
      }
    });
    return acts;
  }
}
