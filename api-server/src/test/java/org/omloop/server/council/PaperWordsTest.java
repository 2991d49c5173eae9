package org.omloop.server.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the page and of the paper, in both languages. */
class PaperWordsTest {
  private static final Pattern VALUE = Pattern.compile("\\{\\w+}");

  @Test
  void bothLanguagesHaveTheSameKeysAndValues() {
    assertEquals(PaperWords.DUTCH.keys(), PaperWords.ENGLISH.keys());
    for (String key : PaperWords.DUTCH.keys()) {
      assertEquals(values(PaperWords.DUTCH, key), values(PaperWords.ENGLISH, key), key);
    }
  }

  private static Set<String> values(PaperWords words, String key) {
    return VALUE
        .matcher(words.text(key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void dutchSentencesHaveAtMostFifteenWords() {
    for (String key : PaperWords.DUTCH.keys()) {
      Stream.of(PaperWords.DUTCH.text(key).split("[.?!](\\s|$)"))
          .forEach(sentence ->
              assertTrue(sentence.strip().split("\\s+").length <= 15, key + ": " + sentence));
    }
  }

  @Test
  void itSpeaksAsThePageDoes() {
    assertEquals("Slapend geld", PaperWords.DUTCH.text("indicator.C6"));
    assertEquals("Wages", PaperWords.ENGLISH.text("purpose.wages"));
    assertEquals(
        "Deelnemers erachter: 3", PaperWords.DUTCH.text("city.units-behind", "count", "3"));
    assertThrows(IllegalStateException.class, () -> PaperWords.DUTCH.text("nothing.of-the-kind"));
    assertEquals(Optional.empty(), PaperWords.in("fr"));
  }
}
