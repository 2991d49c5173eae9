package org.omloop.server.demo.neighbourhood;

import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import org.omloop.ledger.money.Amount;

/** The invented programmes of the municipality: three that go on, and some with a season. */
final class ProgrammeTable {
  /**
   * Id, name, euros a month, first and last day, how often, to whom and how many in a thousand, steps of five euros, and
   * what it is meant for.
   */
  private static final String ROWS = """
      vrijwilligersdank | Vrijwilligersdank  | 7500 | 01-01 | 12-31 | week       | volunteers    |  600 | 1 | 3 |
      groentebon        | Groentebon         | 3600 | 01-01 | 12-31 | month      | small_purses  |  900 | 3 | 5 | greengrocer city_farm market_stall
      energie-besparen  | Energie besparen   | 3600 | 01-01 | 12-31 | four_weeks | energy_savers |  600 | 3 | 6 | hardware building
      energiehulp       | Energiehulp winter | 5200 | 11-01 | 03-31 | month      | small_purses  |  900 | 6 | 9 | energy
      vakantiepas       | Vakantiepas        | 5000 | 07-01 | 08-31 | month      | families      |  800 | 3 | 6 | cinema library ice_cream sports
      jeugdsport        | Jeugdsport         | 5200 | 09-01 | 11-30 | month      | families      |  900 | 3 | 6 | sports
      """;

  private ProgrammeTable() {}

  static List<Handout> grow(Chance chance) {
    return ROWS.lines()
        .map(row -> Arrays.stream(row.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> handout(cells, chance))
        .toList();
  }

  private static Handout handout(List<String> cells, Chance chance) {
    Programme programme = new Programme(
        Neighbourhood.account(chance),
        cells.get(0),
        cells.get(1),
        Amount.of(100L * number(cells.get(2))));
    return new Handout(
        programme,
        MonthDay.parse("--" + cells.get(3)),
        MonthDay.parse("--" + cells.get(4)),
        OrganisationTable.word(Handout.Every.class, cells.get(5)),
        OrganisationTable.word(Circle.class, cells.get(6)),
        number(cells.get(7)),
        number(cells.get(8)),
        number(cells.get(9)),
        Arrays.stream(cells.get(10).split(" "))
            .filter(trade -> !trade.isEmpty())
            .map(trade -> OrganisationTable.word(Trade.class, trade))
            .toList());
  }

  private static int number(String cell) {
    return Integer.parseInt(cell);
  }
}
