package org.omloop.app;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every language says the same, and the Dutch is of level B1. */
class LanguagesTest {
  private static final Pattern VALUE = Pattern.compile("\\{\\w+}");
  private static final Pattern KEY = Pattern.compile("'([a-z]+\\.[a-zA-Z.-]+)'");
  private static final Pattern BANNED = Pattern.compile(
      "\\b(transacties?|autoriser\\w*|tokens?|blockchain|valideren|genereren|transactions?)\\b",
      Pattern.CASE_INSENSITIVE);

  private final Map<String, String> dutch = WebSources.texts("nl");
  private final Map<String, String> english = WebSources.texts("en");

  @Test
  void languagesHaveTheSameKeysInTheSameOrder() {
    assertEquals(dutch.keySet().stream().toList(), english.keySet().stream().toList());
  }

  @Test
  void textsOfOneKeyTakeTheSameValues() {
    dutch.forEach((key, text) -> assertEquals(valuesIn(text), valuesIn(english.get(key)), key));
  }

  @Test
  void dutchSentencesHaveAtMostFifteenWords() {
    dutch.forEach((key, text) -> Stream.of(text.split("[.?!](\\s|$)"))
        .forEach(sentence -> assertTrue(wordsIn(sentence) <= 15, key + ": " + sentence)));
  }

  @Test
  void wordsOfBankAndTradeStayAway() {
    Stream.of(dutch, english)
        .flatMap(texts -> texts.entrySet().stream())
        .forEach(text -> assertTrue(!BANNED.matcher(text.getValue()).find(), text::toString));
  }

  @Test
  void everyTextThatTheModulesNameExists() {
    Set<String> subjects = dutch.keySet().stream().map(LanguagesTest::subjectOf).collect(toSet());
    SortedSet<String> missing = WebSources.withEnding(".js").values().stream()
        .flatMap(module -> KEY.matcher(module).results())
        .map(found -> found.group(1))
        .filter(key -> subjects.contains(subjectOf(key)) && !dutch.containsKey(key))
        .collect(toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(), missing);
  }

  private static String subjectOf(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  private static SortedSet<String> valuesIn(String text) {
    return VALUE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(toCollection(TreeSet::new));
  }

  private static int wordsIn(String sentence) {
    return sentence.strip().split("\\s+").length;
  }
}
