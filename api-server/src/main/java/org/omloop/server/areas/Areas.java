package org.omloop.server.areas;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The areas that the operator named, in the file's order, and their boundaries. Immutable and thread-safe.
 *
 * @param named may be empty
 * @param map a GeoJSON FeatureCollection, of each area its code, name and geometry
 */
public record Areas(List<NamedArea> named, String map) {
  /** Nobody named any. */
  public static final Areas NONE = new Areas(
      List.of(),
      new JsonObject()
          .put("type", "FeatureCollection")
          .put("features", new JsonArray())
          .encode());

  /** No file of boundaries that a page can draw is larger, in bytes. */
  static final long MOST_BYTES = 5_000_000;

  /** Copies the list. */
  public Areas {
    named = List.copyOf(named);
  }

  /**
   * Reads the operator's file.
   *
   * @throws AreasNotRight with one line for the operator, when it cannot be read or says what cannot be
   */
  public static Areas read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new AreasNotRight("it is larger than " + MOST_BYTES / 1_000_000
            + " MB; simplify its boundaries or leave out areas without members");
      }
      return parse(Files.readString(file));
    } catch (AreasNotRight e) {
      throw new AreasNotRight("the areas file " + file + " is not right: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new AreasNotRight("cannot read the areas file " + file + ": " + e.getMessage(), e);
    }
  }

  /** The invented areas of the demo's neighbourhood. */
  public static Areas ofDemo() {
    try (InputStream file = Areas.class.getResourceAsStream("demo-areas.json")) {
      return parse(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the demo's areas cannot be read", e);
    }
  }

  /** Reads the text of a file. */
  static Areas parse(String geoJson) {
    return AreaCollection.of(geoJson).areas();
  }
}
