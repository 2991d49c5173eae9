package org.omloop.server.areas;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The areas that the operator named, in the file's order, and their boundaries. Immutable and thread-safe.
 *
 * @param named may be empty
 * @param year of their boundaries, where the file tells; codes are registered with it
 * @param map a GeoJSON FeatureCollection, of each area its code, name and geometry
 */
public record Areas(List<NamedArea> named, OptionalInt year, String map) {
  /** Nobody named any. */
  public static final Areas NONE = new Areas(
      List.of(),
      OptionalInt.empty(),
      new JsonObject()
          .put("type", "FeatureCollection")
          .put("features", new JsonArray())
          .encode());

  /** No file of boundaries that a page can draw is larger, in bytes. */
  static final int MOST_BYTES = 5_000_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

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
      return parse(text(file));
    } catch (AreasNotRight e) {
      throw new AreasNotRight("the areas file " + file + " is not right: " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new AreasNotRight("the areas file " + file + " is not there", e);
    } catch (AccessDeniedException e) {
      throw new AreasNotRight("no permission for the areas file " + file, e);
    } catch (IOException e) {
      throw new AreasNotRight("cannot read the areas file " + file + ": " + e.getMessage(), e);
    }
  }

  /** Asks no file how large it is: a pipe does not know, and a file may grow. */
  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new AreasNotRight("it is larger than " + MOST_BYTES / 1_000_000
            + " MB; simplify its boundaries or leave out areas without members");
      }
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new AreasNotRight("it is no text in UTF-8", e);
    }
  }

  /** Returns what areas are called, by code; of one that is there twice the last name. */
  public Map<String, String> names() {
    return named.stream()
        .collect(toUnmodifiableMap(NamedArea::code, NamedArea::name, (first, next) -> next));
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
