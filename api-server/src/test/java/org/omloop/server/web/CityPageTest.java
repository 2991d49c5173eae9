package org.omloop.server.web;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the members' app hold for the municipality's page too: its walls, its colours and its words. */
class CityPageTest {
  private static final Pattern IMPORT =
      Pattern.compile("(?:\\} from |^import |\\bimport\\()['`]([^'`]+)['`]", Pattern.MULTILINE);
  private static final Pattern COLOUR = Pattern.compile(
      ":[^;]*(?<![\\w.])(#[0-9a-fA-F]{3,8}\\b|(rgb|rgba|hsl|oklch|color-mix)\\(|(white|black);)");
  private static final Pattern TOKEN = Pattern.compile("var\\((--omloop-[a-z0-9-]+)\\)");
  private static final Pattern TEXT = Pattern.compile("  '([^']+)': '([^']+)',");
  private static final Pattern KEY = Pattern.compile("'([a-z][a-z-]+\\.[a-zA-Z0-9.-]+)'");
  private static final Pattern VALUE = Pattern.compile("\\{\\w+}");
  private static final int MOST_WORDS = 15;

  private final SortedMap<String, String> all = sources();
  private final Map<String, String> dutch = texts("city/i18n/nl.js");
  private final Map<String, String> english = texts("city/i18n/en.js");

  @Test
  void importsOnlyItselfTheKitAndTwoLibraries() {
    ofThePage().forEach((path, text) -> IMPORT
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .forEach(name -> assertTrue(
            name.matches("(\\./|(\\.\\./){1,2}(kit/)?)[^.].*|lit(/.*)?|echarts/.*"),
            path + " imports " + name)));
  }

  @Test
  void noColourStandsOutsideTheTokensAndEachTokenIsThere() {
    String tokens = all.get("kit/tokens.css");
    ofThePage().forEach((path, text) -> {
      text.lines()
          .forEach(line -> assertTrue(!COLOUR.matcher(line).find(), () -> path + ": " + line));
      TOKEN
          .matcher(text)
          .results()
          .map(use -> use.group(1))
          .forEach(name -> assertTrue(tokens.contains(name + ":"), path + ": " + name));
    });
  }

  @Test
  void nothingAsksForStylesOrScriptsInline() {
    ofThePage().forEach((path, text) -> Stream.of(" style=", "<style", "unsafeHTML", "innerHTML")
        .forEach(inline -> assertTrue(!text.contains(inline), path + ": " + inline)));
  }

  @Test
  void languagesSayTheSame() {
    assertEquals(dutch.keySet().stream().toList(), english.keySet().stream().toList());
    dutch.forEach((key, text) -> assertEquals(valuesIn(text), valuesIn(english.get(key)), key));
  }

  @Test
  void noTextIsTheKitsAlready() {
    Set<String> both = new TreeSet<>(texts("kit/i18n/nl.js").keySet());
    both.retainAll(dutch.keySet());
    assertEquals(Set.of(), both);
  }

  @Test
  void dutchSentencesHaveAtMostFifteenWords() {
    dutch.forEach((key, text) -> Stream.of(text.split("[.?!](\\s|$)"))
        .forEach(sentence -> assertTrue(
            sentence.strip().split("\\s+").length <= MOST_WORDS, key + ": " + sentence)));
  }

  @Test
  void everyTextThatTheModulesNameExists() {
    Set<String> subjects = dutch.keySet().stream().map(CityPageTest::subjectOf).collect(toSet());
    Set<String> known = new TreeSet<>(texts("kit/i18n/nl.js").keySet());
    known.addAll(dutch.keySet());
    SortedSet<String> missing = ofThePage().values().stream()
        .flatMap(module -> KEY.matcher(module).results())
        .map(found -> found.group(1))
        .filter(key -> subjects.contains(subjectOf(key)) && !known.contains(key))
        .collect(toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(), missing);
  }

  private SortedMap<String, String> ofThePage() {
    return all.subMap("city/", "city0");
  }

  private static SortedMap<String, String> sources() {
    SortedMap<String, String> texts = new TreeMap<>();
    ResourceFolder.onClassPath(CityPageTest.class.getClassLoader(), "web/", "web/", path -> true)
        .forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  private Map<String, String> texts(String path) {
    Map<String, String> texts = new LinkedHashMap<>();
    TEXT.matcher(all.get(path))
        .results()
        .forEach(line ->
            assertTrue(texts.put(line.group(1), line.group(2)) == null, "twice: " + line.group(1)));
    return texts;
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
}
