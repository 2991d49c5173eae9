package org.omloop.server.areas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of boundaries is read strictly, and what is wrong with it is said. */
class AreasTest {
  private static final String SQUARE =
      "{\"type\": \"Polygon\", \"coordinates\": [[[4.9, 52.3], [5.0, 52.3], [5.0, 52.4], [4.9, 52.3]]]}";

  @Test
  void keepsCodeNameAndBoundaryAlone() {
    String file = file(feature(
        "\"code\": \"BU0363AA01\", \"name\": \" Kop Zeedijk \", \"inhabitants\": 1200", SQUARE));
    Areas areas = Areas.parse(file);
    assertEquals(List.of(new NamedArea("BU0363AA01", "Kop Zeedijk")), areas.named());
    assertEquals(
        new JsonObject(
            file(feature("\"code\": \"BU0363AA01\", \"name\": \"Kop Zeedijk\"", SQUARE))),
        new JsonObject(areas.map()));
  }

  @Test
  void theYearIsOfAllBoundaries() {
    String one = feature("\"code\": \"BU0363AA01\", \"name\": \"A\", \"year\": 2025", SQUARE);
    String other = feature("\"code\": \"BU0363AA02\", \"name\": \"B\", \"year\": 2026", SQUARE);
    assertEquals(OptionalInt.of(2025), Areas.parse(file(one)).year());
    assertEquals(
        OptionalInt.empty(),
        Areas.parse(file(feature("\"code\": \"BU0363AA01\", \"name\": \"A\"", SQUARE)))
            .year());
    assertSays("feature 2 is of 2026, and one before it of 2025", file(one + ", " + other));
    assertSays(
        "feature 1 has a year that is no number from 2000 to 2099",
        file(feature("\"code\": \"BU0363AA01\", \"name\": \"A\", \"year\": \"now\"", SQUARE)));
  }

  @Test
  void theDemosNeighbourhoodHasEightAreas() {
    assertEquals(8, Areas.ofDemo().named().size());
  }

  @Test
  void readsUtf8WithAMarkBeforeItAndNothingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("areas.json");
    String one = file(feature("\"code\": \"BU0363AA01\", \"name\": \"Café\"", SQUARE));
    Files.writeString(file, "\uFEFF" + one);
    assertEquals(List.of(new NamedArea("BU0363AA01", "Café")), Areas.read(file).named());
    Files.write(file, one.getBytes(StandardCharsets.ISO_8859_1));
    String said =
        String.valueOf(assertThrows(AreasNotRight.class, () -> Areas.read(file)).getMessage());
    assertTrue(said.endsWith("is not right: it is no text in UTF-8"), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json|it is not JSON: ",
        "{\"type\": \"Feature\", \"features\": [1]}|it is no GeoJSON FeatureCollection",
        "{\"type\": \"FeatureCollection\"}|it has no features",
        "{\"type\": \"FeatureCollection\", \"features\": [7]}|feature 1 has no properties"
      })
  void refusesWhatIsNoCollectionOfFeatures(String file, String why) {
    assertSays(why, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\": \"Dam\"|feature 1 has no property \"code\"",
        "\"code\": 7, \"name\": \"Dam\"|feature 1 has no property \"code\"",
        "\"code\": \"2026:BU0363AA01\", \"name\": \"Dam\"|the code 2026:BU0363AA01, which is none of CBS",
        "\"code\": \"BU0363AA01\", \"name\": \" \"|feature 1 has no property \"name\"",
        "\"code\": \"BU0363AA01\", \"name\": \"a\\u0007b\"|characters that nobody sees",
        "\"code\": \"BU0363AA01\", \"name\": \"a\\u202eb\"|characters that nobody sees",
        "\"code\": \"BU0363AA01\", \"name\": \"a\\ud800\"|characters that nobody sees",
        "\"code\": \"\\u001b[2J\", \"name\": \"Dam\"|feature 1 has the code ?[2J, which is none"
      })
  void refusesAreasWithoutCodeOrName(String properties, String why) {
    assertSays(why, file(feature(properties, SQUARE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null|is no Polygon or MultiPolygon",
        "{\"type\": \"Point\", \"coordinates\": [4.9, 52.3]}|is no Polygon or MultiPolygon",
        "{\"type\": \"Polygon\", \"coordinates\": []}|has no coordinates where they are expected",
        "{\"type\": \"Polygon\", \"coordinates\": [[null, [5, 52], [5, 53], null]]}|has no coordinates where they are expected",
        "{\"type\": \"Polygon\", \"coordinates\": [[[4, 52], [5, 52], [5, 53], [4, 53]]]}|does not end where it began",
        "{\"type\": \"MultiPolygon\", \"coordinates\": [[[[121000, 487000], [1, 2], [3, 4], [121000, 487000]]]]}|"
            + "has a position [121000,487000] that is no longitude and latitude in degrees; save the file in WGS 84"
      })
  void refusesBoundariesThatCannotBeDrawn(String geometry, String why) {
    assertSays(why, file(feature("\"code\": \"BU0363AA01\", \"name\": \"Dam\"", geometry)));
  }

  @Test
  void refusesACodeThatStandsInItTwice() {
    String one = feature("\"code\": \"BU0363AA01\", \"name\": \"Dam\"", SQUARE);
    assertSays("features 1 and 2 both have the code BU0363AA01", file(one + ", " + one));
  }

  private static void assertSays(String why, String file) {
    String said = String.valueOf(
        assertThrows(AreasNotRight.class, () -> Areas.parse(file)).getMessage());
    assertTrue(said.contains(why), said);
    assertEquals(1, said.lines().count(), said);
  }

  private static String feature(String properties, String geometry) {
    return "{\"type\": \"Feature\", \"properties\": {" + properties + "}, \"geometry\": " + geometry
        + "}";
  }

  private static String file(String features) {
    return "{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}";
  }
}
