package org.omloop.server.demo.neighbourhood;

import java.util.List;
import java.util.Map;

/**
 * Where an organisation of the demo has its door.
 *
 * @param street with the number
 * @param neighbourhood as people there call it
 */
public record Address(String street, String neighbourhood) {
  private static final int HIGHEST_NUMBER = 140;

  /** The invented streets of each invented buurt. */
  private static final Map<String, List<String>> STREETS = Map.of(
      "MA01", List.of("Stationsplein", "Veerkade", "Brugstraat"),
      "MA02", List.of("Marktplein", "Korte Waagstraat", "Touwslagerslaan"),
      "MB01", List.of("Tulpstraat", "Leliestraat", "Goudsbloemkade"),
      "MB02", List.of("Irisplein", "Asterstraat", "Klaproosweg"),
      "MC01", List.of("Werfstraat", "Scheepmakerskade", "Ankerplein"),
      "MC02", List.of("Tuinpad", "Molenwerf", "Zaagmolenstraat"),
      "MD01", List.of("Indisch Plein", "Sumatraweg", "Celebesstraat"),
      "MD02", List.of("Kweekschoolstraat", "Lindelaan", "Hofjesplein"));

  private static final Map<String, String> NEIGHBOURHOODS =
      Map.of("MA", "Havenbuurt", "MB", "Bloemenbuurt", "MC", "Werfkwartier", "MD", "Pleinbuurt");

  /** Returns an organisation's address, the same every time. */
  static Address of(String key, String area) {
    Chance chance = Chance.of(0, "address of " + key);
    String street = chance.pick(STREETS.getOrDefault(area, List.of()));
    return new Address(
        street + " " + chance.between(1, HIGHEST_NUMBER),
        NEIGHBOURHOODS.getOrDefault(area.substring(0, 2), ""));
  }
}
