package org.omloop.server.areas;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.account.Classification;

/** Reads a GeoJSON FeatureCollection of areas, and leaves out all but code, name and geometry of each. Not thread-safe. */
final class AreaCollection {
  private static final int LONGEST_NAME = 80;

  /** Codes are registered with their year; any does to see whether one has the right form. */
  private static final String ANY_YEAR = "2026:";

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  private final List<NamedArea> named = new ArrayList<>();
  private final JsonArray features = new JsonArray();
  // by code: the number of the feature that has it
  private final Map<String, Integer> numbers = new HashMap<>();

  private OptionalInt year = OptionalInt.empty();

  private AreaCollection() {}

  static AreaCollection of(String text) {
    JsonObject json = json(text);
    JsonArray features =
        json.getValue("features") instanceof JsonArray array ? array : new JsonArray();
    if (!"FeatureCollection".equals(json.getValue("type"))) {
      throw new AreasNotRight("it is no GeoJSON FeatureCollection");
    }
    if (features.isEmpty()) {
      throw new AreasNotRight("it has no features");
    }
    AreaCollection collection = new AreaCollection();
    for (int at = 0; at < features.size(); at++) {
      collection.add(at + 1, features.getValue(at));
    }
    return collection;
  }

  private static JsonObject json(String text) {
    try {
      return new JsonObject(text);
    } catch (DecodeException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new AreasNotRight("it is not JSON: " + why, e);
    }
  }

  private void add(int number, Object value) {
    if (!(value instanceof JsonObject feature)
        || !(feature.getValue("properties") instanceof JsonObject properties)) {
      throw new AreasNotRight("feature " + number + " has no properties");
    }
    String code = text(number, properties, "code");
    if (!Classification.isArea(ANY_YEAR + code)) {
      throw new AreasNotRight("feature " + number + " has the code " + seen(code)
          + ", which is none of CBS such as BU0363AA01");
    }
    Integer before = numbers.put(code, number);
    if (before != null) {
      throw new AreasNotRight(
          "features " + before + " and " + number + " both have the code " + code);
    }
    String name = text(number, properties, "name");
    if (name.length() > LONGEST_NAME || name.codePoints().anyMatch(AreaCollection::isUnseen)) {
      throw new AreasNotRight("the name of " + code + " is longer than " + LONGEST_NAME
          + " characters, or has characters that nobody sees");
    }
    keepYear(number, properties.getValue("year"));
    JsonObject geometry = Boundary.of(code, feature.getValue("geometry"));
    named.add(new NamedArea(code, name));
    features.add(new JsonObject()
        .put("type", "Feature")
        .put("properties", new JsonObject().put("code", code).put("name", name))
        .put("geometry", geometry));
  }

  /** Boundaries of two years do not fit together. */
  private void keepYear(int number, @Nullable Object value) {
    if (value == null) {
      return;
    }
    if (!(value instanceof Integer told) || told < FIRST_YEAR || told > LAST_YEAR) {
      throw new AreasNotRight("feature " + number + " has a year that is no number from "
          + FIRST_YEAR + " to " + LAST_YEAR);
    }
    if (year.isPresent() && year.getAsInt() != told) {
      throw new AreasNotRight(
          "feature " + number + " is of " + told + ", and one before it of " + year.getAsInt());
    }
    year = OptionalInt.of(told);
  }

  /** Controls, marks that turn the direction of what follows, and halves of characters. */
  private static boolean isUnseen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE -> true;
      default -> false;
    };
  }

  /** What does nothing to the terminal that it is printed on. */
  private static String seen(String text) {
    StringBuilder seen = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_NAME)
        .map(each -> isUnseen(each) ? '?' : each)
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }

  private static String text(int number, JsonObject properties, String property) {
    if (properties.getValue(property) instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    throw new AreasNotRight("feature " + number + " has no property \"" + property + "\"");
  }

  Areas areas() {
    return new Areas(
        named,
        year,
        new JsonObject()
            .put("type", "FeatureCollection")
            .put("features", features)
            .encode());
  }
}
