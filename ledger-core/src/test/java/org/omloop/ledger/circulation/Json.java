package org.omloop.ledger.circulation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One value of a JSON text; numbers are exact. */
record Json(@Nullable Object value) {
  private static final JsonFactory FACTORY = new JsonFactory();

  public static Json parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      Json json = new Json(read(parser));
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("more after the value");
      }
      return json;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a member; a path of names separated by dots goes deeper. */
  public Json at(String path) {
    Object at = value;
    for (String name : path.split("\\.")) {
      Map<?, ?> members = (Map<?, ?>) Objects.requireNonNull(at, path);
      if (!members.containsKey(name)) {
        throw new IllegalArgumentException("no " + name + " in " + members.keySet());
      }
      at = members.get(name);
    }
    return new Json(at);
  }

  public List<Json> list() {
    return ((List<?>) Objects.requireNonNull(value))
        .stream().<Json>map(Json::new).toList();
  }

  public List<String> names() {
    return ((Map<?, ?>) Objects.requireNonNull(value))
        .keySet().stream().map(String::valueOf).toList();
  }

  public Json item(int position) {
    return list().get(position);
  }

  public boolean isNull() {
    return value == null;
  }

  public String text() {
    return (String) Objects.requireNonNull(value);
  }

  public BigDecimal number() {
    return (BigDecimal) Objects.requireNonNull(value);
  }

  public long integer() {
    return number().longValueExact();
  }

  private static @Nullable Object read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, read(parser));
        }
        yield members;
      }
      case START_ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(read(parser));
        }
        yield items;
      }
      case VALUE_NULL -> null;
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_STRING -> parser.getText();
      default -> new BigDecimal(parser.getText());
    };
  }
}
