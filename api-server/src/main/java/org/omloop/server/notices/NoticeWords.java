package org.omloop.server.notices;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What mail says, in one language. Immutable and thread-safe. */
final class NoticeWords {
  private static final NoticeWords DUTCH = new NoticeWords("nl", Locale.forLanguageTag("nl-NL"));
  private static final NoticeWords ENGLISH = new NoticeWords("en", Locale.forLanguageTag("en-GB"));

  private final Properties texts = new Properties();
  private final Locale locale;

  private NoticeWords(String language, Locale locale) {
    this.locale = locale;
    String file = language + ".properties";
    try (InputStream bytes = NoticeWords.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("the program comes without " + file);
      }
      texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the words of a language: English for {@code en}, and Dutch otherwise. */
  static NoticeWords in(String language) {
    return language.equals("en") ? ENGLISH : DUTCH;
  }

  /** Returns how dates are written. */
  Locale locale() {
    return locale;
  }

  /** Returns all keys. */
  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  /** Returns a text with its values in place; throws {@link IllegalArgumentException} where there is none. */
  String text(String key, Map<String, String> values) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("there are no words for " + key);
    }
    for (Map.Entry<String, String> each : values.entrySet()) {
      text = text.replace("{" + each.getKey() + "}", each.getValue());
    }
    return text;
  }
}
