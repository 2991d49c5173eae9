package org.omloop.server.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NoticeWordsTest {
  private static final Map<String, String> VALUES = Map.of(
      "circuit", "Kring Proef",
      "address", "https://kring.example",
      "name", "Anna",
      "code", "123456",
      "month", "november 2026");

  @Test
  void bothLanguagesSayTheSame() {
    assertEquals(
        new TreeSet<>(NoticeWords.in("nl").keys()),
        new TreeSet<>(NoticeWords.in("en").keys()));
  }

  @Test
  void everyNoticeHasWordsAndNoValueIsLeftOpen() {
    for (String language : new String[] {"nl", "en"}) {
      NoticeWords words = NoticeWords.in(language);
      for (NoticeKind kind : NoticeKind.values()) {
        assertTrue(words.keys().contains(kind.wireName() + ".subject"), kind.wireName());
        assertTrue(words.keys().contains(kind.wireName() + ".text"), kind.wireName());
        assertTrue(
            !kind.isListed() || words.keys().contains(kind.wireName() + ".line"), kind.wireName());
      }
      for (String key : words.keys()) {
        assertFalse(words.text(key, VALUES).contains("{"), key);
      }
    }
  }
}
