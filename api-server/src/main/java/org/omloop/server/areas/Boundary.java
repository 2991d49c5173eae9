package org.omloop.server.areas;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Checks an area's geometry: a Polygon or a MultiPolygon, in degrees of WGS 84 (RFC 7946, 3.1.6 and 4). */
final class Boundary {
  private static final double LONGITUDES = 180;
  private static final double LATITUDES = 90;
  private static final int LEAST_POSITIONS = 4;

  private final String code;

  private Boundary(String code) {
    this.code = code;
  }

  static JsonObject of(String code, Object value) {
    JsonObject geometry = value instanceof JsonObject object ? object : new JsonObject();
    Boundary boundary = new Boundary(code);
    Object coordinates = geometry.getValue("coordinates");
    switch (String.valueOf(geometry.getValue("type"))) {
      case "Polygon" -> boundary.polygon(coordinates);
      case "MultiPolygon" -> boundary.array(coordinates).forEach(boundary::polygon);
      default -> throw boundary.wrong("is no Polygon or MultiPolygon");
    }
    return new JsonObject().put("type", geometry.getString("type")).put("coordinates", coordinates);
  }

  private void polygon(Object rings) {
    array(rings).forEach(ring -> ring(array(ring)));
  }

  private void ring(JsonArray positions) {
    positions.forEach(each -> position(array(each)));
    if (positions.size() < LEAST_POSITIONS
        || !positions.getValue(0).equals(positions.getValue(positions.size() - 1))) {
      throw wrong("has a ring that does not end where it began, or has fewer than four positions");
    }
  }

  private void position(JsonArray position) {
    if (position.size() < 2
        || !isWithin(position.getValue(0), LONGITUDES)
        || !isWithin(position.getValue(1), LATITUDES)) {
      throw wrong(
          "has a position " + position.encode() + " that is no longitude and latitude in degrees;"
              + " save the file in WGS 84 (EPSG:4326)");
    }
  }

  private static boolean isWithin(Object value, double most) {
    return value instanceof Number number && Math.abs(number.doubleValue()) <= most;
  }

  private JsonArray array(Object value) {
    if (value instanceof JsonArray array && !array.isEmpty()) {
      return array;
    }
    throw wrong("has no coordinates where they are expected");
  }

  private AreasNotRight wrong(String why) {
    return new AreasNotRight("the geometry of " + code + " " + why);
  }
}
