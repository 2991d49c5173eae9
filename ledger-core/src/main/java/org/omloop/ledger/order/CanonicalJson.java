package org.omloop.ledger.order;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.omloop.ledger.money.Amount;

/**
 * JSON in the one form RFC 8785 (JCS) allows, for the values orders and entries are made of: objects, lists, texts,
 * booleans, {@code null} and integers within ±(2<sup>53</sup>−1).
 *
 * <p>Shape in Java: {@code SortedMap<String, Object>}, {@code List<Object>}, {@code String}, {@code Boolean}, {@code
 * Long}, and {@link Optional#empty()} for {@code null}. Thread-safe.
 */
public final class CanonicalJson {
  private static final int DEEPEST = 8;
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxNumberLength(17)
          .maxStringLength(1 << 20)
          .build())
      .build();
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private CanonicalJson() {}

  /**
   * Reads an object whose bytes are exactly its canonical form.
   *
   * @throws MalformedOrder when the text is no JSON object of such values, or is written in any other way
   */
  public static Map<String, Object> parse(byte[] utf8) {
    String text = decode(utf8);
    Map<String, Object> object = readObject(text);
    requireCanonical(text, write(object));
    return object;
  }

  /**
   * Reads an object written in any way, for a caller who will compare the bytes with what they should be.
   *
   * @throws MalformedOrder when the text is no JSON object of such values
   */
  public static Map<String, Object> parseAnyForm(byte[] utf8) {
    return readObject(decode(utf8));
  }

  private static Map<String, Object> readObject(String text) {
    Object value = read(text);
    if (!(value instanceof Map<?, ?>)) {
      throw new MalformedOrder("", "must be a JSON object");
    }
    @SuppressWarnings("unchecked")
    Map<String, Object> object = (Map<String, Object>) value;
    return object;
  }

  /** Returns the canonical form of an object. */
  public static String write(Map<String, ?> object) {
    StringBuilder text = new StringBuilder(256);
    append(text, object);
    return text.toString();
  }

  /** Appends a text as a JSON string, escaped as RFC 8785 section 3.2.2.2 says. */
  public static void appendText(StringBuilder text, String value) {
    text.append('"');
    int written = 0;
    for (int at = 0; at < value.length(); at++) {
      char each = value.charAt(at);
      if (each == '"' || each == '\\' || each < ' ') {
        text.append(value, written, at);
        appendEscaped(text, each);
        written = at + 1;
      }
    }
    text.append(value, written, value.length()).append('"');
  }

  private static void appendEscaped(StringBuilder text, char special) {
    if (special < ' ') {
      appendControl(text, special);
    } else {
      text.append('\\').append(special);
    }
  }

  private static void appendControl(StringBuilder text, char control) {
    int named = "\b\t\n\f\r".indexOf(control);
    if (named >= 0) {
      text.append('\\').append("btnfr".charAt(named));
    } else {
      text.append("\\u00").append(HEX[control >> 4]).append(HEX[control & 15]);
    }
  }

  private static void requireCanonical(String text, String canonical) {
    if (!text.equals(canonical)) {
      int at = Arrays.mismatch(text.toCharArray(), canonical.toCharArray());
      throw new MalformedOrder(
          "", "must be in canonical form (RFC 8785), and is not from character " + at + " on");
    }
  }

  private static void append(StringBuilder text, Object value) {
    if (value instanceof String string) {
      appendText(text, string);
    } else if (value instanceof Map<?, ?> object) {
      appendObject(text, object);
    } else if (value instanceof List<?> list) {
      appendList(text, list);
    } else if (value instanceof Optional<?>) {
      text.append("null");
    } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
      text.append(value);
    } else {
      throw new IllegalArgumentException("no JSON value here: " + value.getClass());
    }
  }

  private static void appendObject(StringBuilder text, Map<?, ?> object) {
    char separator = '{';
    for (Map.Entry<?, ?> member : new TreeMap<>(object).entrySet()) {
      text.append(separator);
      appendText(text, (String) member.getKey());
      append(text.append(':'), member.getValue());
      separator = ',';
    }
    text.append(object.isEmpty() ? "{}" : "}");
  }

  private static void appendList(StringBuilder text, List<?> list) {
    text.append('[');
    for (int at = 0; at < list.size(); at++) {
      append(at == 0 ? text : text.append(','), list.get(at));
    }
    text.append(']');
  }

  private static String decode(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedOrder("", "must be UTF-8", e);
    }
  }

  private static Object read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return readWhole(parser);
    } catch (IOException e) {
      throw new IllegalStateException("reading a text does no IO", e);
    }
  }

  private static Object readWhole(JsonParser parser) throws IOException {
    try {
      parser.nextToken();
      Object value = read(parser);
      if (parser.nextToken() != null) {
        throw new MalformedOrder("", "must hold one JSON value and nothing after it");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new MalformedOrder(
          pointer(parser), "must be JSON, each member once, at most " + DEEPEST + " deep", e);
    }
  }

  /** Returns the JSON pointer of what is being read. */
  private static String pointer(JsonParser parser) {
    return parser.getParsingContext().pathAsPointer().toString();
  }

  /** Returns the JSON pointer of an object's member (RFC 6901, section 3). */
  static String pointer(String object, String member) {
    return object + "/" + member.replace("~", "~0").replace("/", "~1");
  }

  private static Object read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new MalformedOrder(pointer(parser), "must not be empty");
    }
    return switch (token) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readList(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> readInteger(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> Optional.empty();
      default -> throw new MalformedOrder(pointer(parser), "must not be a fraction");
    };
  }

  private static Map<String, Object> readObject(JsonParser parser) throws IOException {
    Map<String, Object> object = new TreeMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, read(parser));
    }
    return object;
  }

  private static List<Object> readList(JsonParser parser) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(read(parser));
    }
    return list;
  }

  private static long readInteger(JsonParser parser) throws IOException {
    long value = parser.getLongValue();
    if (Math.abs(value) > Amount.MAXIMUM) {
      throw new MalformedOrder(pointer(parser), "must be an integer within 2^53-1 of zero");
    }
    return value;
  }
}
