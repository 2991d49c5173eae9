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
  /** Key in this table, name, role, SBI 2008 code, buurt, trade, and the keys of those it buys from. */
  private static final String ROWS = """
      gemeente    | Gemeente Oosterveld           | government  | 84110 | MA01 | city_hall         | drukkerij helder balans steiger berk
      korenaar    | Bakkerij De Korenaar          | firm        | 10710 | MA01 | bakery            | schakel molen
      brood       | Bakkerij Het Vroege Brood     | cooperative | 47241 | MC02 | bakery            | schakel
      vanoost     | Groenteboer Van Oost          | firm        | 47210 | MA02 | greengrocer       | akker schakel
      krat        | De Groene Krat                | cooperative | 47210 | MB01 | greengrocer       | akker schakel
      hoek        | Buurtsuper De Hoek            | firm        | 47110 | MB02 | supermarket       | schakel korenaar brouwerij
      indisch     | Super Indische Plein          | firm        | 47110 | MD01 | supermarket       |
      noord       | Slagerij Noord & Zoon         | firm        | 47221 | MA02 | butcher           |
      ronde       | Kaashuis De Ronde             | firm        | 47291 | MB01 | cheese            | ketting zuivel
      brug        | Eetcafé De Brug               | firm        | 56300 | MA01 | cafe              | korenaar schakel brouwerij helder
      kade        | Koffie op de Kade             | social      | 56300 | MC01 | cafe              | brood schakel
      hoekhuis    | Café 't Hoekhuis              | firm        | 56300 | MD02 | cafe              | brouwerij
      saffraan    | Restaurant Saffraan           | firm        | 56101 | MB02 | restaurant        | vanoost schakel helder
      dapper      | Trattoria Dapper              | firm        | 56101 | MA02 | restaurant        |
      friet       | Frietzaak Goudbruin           | firm        | 56102 | MD01 | snacks            | schakel
      ijs         | IJssalon Zoet                 | firm        | 56103 | MC01 | ice_cream         | zuivel
      buurtkeuken | Buurtkeuken Samen             | commons     | 56290 | MC02 | community_kitchen | akker schakel korenaar
      olijf       | Marktkraam Olijf en Vijg      | firm        | 47810 | MA02 | market_stall      | schakel
      stadsboer   | Marktkraam De Stadsboer       | cooperative | 47810 | MA02 | market_stall      | akker
      bladwijzer  | Boekhandel De Bladwijzer      | firm        | 47610 | MB01 | books             | drukkerij ketting
      tol         | Speelgoedwinkel Tol           | firm        | 47650 | MB02 | toys              |
      roos        | Bloemen van Roos              | firm        | 47761 | MA01 | flowers           | ketting
      schroef     | IJzerwaren Schroef            | firm        | 47521 | MD01 | hardware          |
      apotheek    | Apotheek Oosterveld           | firm        | 47730 | MC01 | pharmacy          | ketting
      kringloop   | Kringloop Tweede Ronde        | social      | 47790 | MD02 | second_hand       | ketting helder
      spaak       | Fietsenmaker Spaak            | firm        | 47641 | MA02 | bicycles          | balans
      rondom      | Fietswerkplaats Rondom        | social      | 95290 | MC02 | bicycles          | kringloop
      knip        | Kapper Knip                   | firm        | 96021 | MB01 | hairdresser       | helder
      amira       | Kapsalon Amira                | firm        | 96021 | MD01 | hairdresser       |
      wasserij    | Wasserij Witgoed              | social      | 96011 | MC01 | laundry           | licht
      akker       | Stadstuinderij De Akker       | cooperative | 01130 | MC02 | city_farm         | balans steiger
      brouwerij   | Brouwerij Oosterling          | firm        | 11050 | MD02 | brewery           | drukkerij ketting licht
      schakel     | Groothandel De Schakel        | cooperative | 46310 | MC01 | wholesale         | akker ketting helder licht
      molen       | Molen De Oostenwind           | commons     | 10610 | MC02 | wholesale         | steiger
      drukkerij   | Drukkerij Letterlust          | firm        | 18129 | MB02 | printing          | ketting balans
      helder      | Schoonmaak Helder             | social      | 81210 | MD01 | services          | wasserij balans
      balans      | Boekhouding Balans            | firm        | 69204 | MB01 | services          | drukkerij brug
      ketting     | Fietskoeriers Ketting         | cooperative | 53202 | MA01 | services          | spaak balans
      zool        | Schoenmaker Zool              | firm        | 95230 | MB02 | shoes             |
      repair      | Repaircafé Oost               | commons     | 95290 | MC02 | repair_cafe       | schroef
      licht       | Energiecoöperatie Oosterlicht | cooperative | 35110 | MC01 | energy            | steiger balans zonnig
      steiger     | Bouwgroep De Steiger          | firm        | 41200 | MD02 | building          | schroef kwast
      kwast       | Schildersbedrijf Kwast        | firm        | 43340 | MD01 | building          | schroef
      meent       | Wooncoöperatie De Meent       | cooperative | 68200 | MC02 | housing           | steiger helder kwast berk
      nabij       | Zorgcoöperatie Nabij          | cooperative | 88101 | MA01 | care              | buurtkeuken helder ketting
      klimboom    | Basisschool De Klimboom       | social      | 85200 | MB01 | school            | bladwijzer helder vanoost
      bieb        | Bibliotheek Oosterveld        | social      | 91010 | MA01 | library           | bladwijzer drukkerij
      filmhuis    | Filmhuis De Lichtstraal       | commons     | 59140 | MB02 | cinema            | drukkerij kade
      club        | Sportclub Oosterkwartier      | commons     | 93120 | MD01 | sports            | hoekhuis helder
      muziek      | Muziekschool Maatwerk         | social      | 85522 | MC01 | music             |
      kiem        | Buurttuin De Kiem             | commons     | 01190 | MC02 | garden            | akker
      verhuur     | Fietsverhuur Heen en Weer     | firm        | 77210 | MA01 | rental            | spaak rondom
      """;

  /** The same of those who join later, and the day on which they do, after the market's first month. */
  private static final String NEWCOMERS = """
      zuivel      | Zuivelmakers De Oostweide     | cooperative | 10510 | MD02 | wholesale         | ketting licht       |  45
      draad       | Naaiatelier De Draad          | social      | 95290 | MB01 | shoes             | wasserij            |  80
      bootjes     | Kinderopvang De Bootjes       | social      | 88910 | MB02 | care              | vanoost helder      | 110
      bus         | Buurtbus Oost                 | commons     | 49390 | MD02 | bus               | spaak balans        | 140
      zonnig      | Installatiebedrijf Zonnig     | firm        | 43210 | MC01 | building          | schroef             | 170
      berk        | Hoveniers De Berk             | social      | 81300 | MD01 | services          | kiem                | 210
      soep        | Soepbar Sterk                 | firm        | 56102 | MD02 | snacks            | akker schakel       | 250
      zoemer      | Imkerij De Zoemer             | commons     | 01490 | MC02 | market_stall      |                     | 290
      """;

  /** Who moves or takes up another trade: the day, the key, the new SBI 2008 code and buurt. */
  private static final String CHANGES = """
       70 | zool    | 95230 | MD02
      133 | kade    | 56101 | MC01
      201 | rondom  | 47641 | MD01
      298 | kringloop | 47790 | MC01
      """;

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
    List<List<String>> rows = Stream.concat(ROWS.lines(), NEWCOMERS.lines())
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
    return CHANGES.lines().map(OrganisationTable::cells).map(this::change).toList();
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
