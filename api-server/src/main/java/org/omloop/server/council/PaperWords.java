package org.omloop.server.council;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the paper says in one language: the words of the municipality's page, from the very files that the page loads, so
 * that page and paper never tell two stories; and beside them the paper's own. Immutable and thread-safe.
 */
public final class PaperWords {
  // Before the languages, whose making reads them.
  /** A line of a page's file of words: {@code 'key': 'text',}. */
  private static final Pattern LINE =
      Pattern.compile("^ *'((?:[^'\\\\]|\\\\.)+)': '((?:[^'\\\\]|\\\\.)*)',$", Pattern.MULTILINE);

  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

  /** In Dutch. */
  public static final PaperWords DUTCH = new PaperWords("nl", Locale.forLanguageTag("nl-NL"));
  /** In English. */
  public static final PaperWords ENGLISH = new PaperWords("en", Locale.forLanguageTag("en-GB"));

  private final String language;
  private final Locale locale;
  private final Map<String, String> texts = new HashMap<>();

  private PaperWords(String language, Locale locale) {
    this.language = language;
    this.locale = locale;
    for (String file : List.of("kit/i18n/", "kit/i18n/divisions-", "city/i18n/")) {
      Matcher lines = LINE.matcher(read("/web/" + file + language + ".js"));
      while (lines.find()) {
        texts.put(lines.group(1), lines.group(2).replaceAll("\\\\(.)", "$1"));
      }
    }
    own(language).forEach((key, text) -> texts.put("paper." + key, text.toString()));
  }

  /** Returns the paper's own words. */
  private static Properties own(String language) {
    try (Reader text =
        new StringReader(read("/org/omloop/server/council/" + language + ".properties"))) {
      Properties own = new Properties();
      own.load(text);
      return own;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String file) {
    try (InputStream bytes = PaperWords.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("the program comes without " + file);
      }
      return new String(bytes.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the words of a language, {@code nl} or {@code en}; empty where it speaks no other. */
  public static Optional<PaperWords> in(String language) {
    return List.of(DUTCH, ENGLISH).stream()
        .filter(each -> each.language.equals(language))
        .findFirst();
  }

  /** Returns the language's code, such as {@code nl}. */
  public String language() {
    return language;
  }

  Locale locale() {
    return locale;
  }

  /**
   * Returns the text of a key with its values filled in.
   *
   * @throws IllegalStateException when it has none, which is a mistake of ours
   */
  String text(String key, Map<String, String> values) {
    return find(key)
        .map(text -> VALUE
            .matcher(text)
            .replaceAll(value ->
                Matcher.quoteReplacement(values.getOrDefault(value.group(1), value.group()))))
        .orElseThrow(() -> new IllegalStateException("no words for " + key));
  }

  String text(String key) {
    return text(key, Map.of());
  }

  String text(String key, String name, String value) {
    return text(key, Map.of(name, value));
  }

  /** Returns the text of a key that may be newer than these words, such as a purpose; else what it stands for. */
  String known(String key, String word) {
    return find(key).orElse(word);
  }

  /** Returns all keys. */
  Set<String> keys() {
    return Set.copyOf(texts.keySet());
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key));
  }
}
