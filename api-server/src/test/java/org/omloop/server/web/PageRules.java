package org.omloop.server.web;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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

/** The rules of the members' app hold for the server's own pages too: their walls, their colours and their words. */
abstract class PageRules {
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
  private final String folder;
  private final Map<String, String> shared;
  private final Map<String, String> dutch;
  private final Map<String, String> english;

  /**
   * @param folder the page's, with a slash
   * @param shared languages that the page loads beside its own, by name without language, such as {@code kit/i18n/}
   */
  PageRules(String folder, String... shared) {
    this.folder = folder;
    this.shared = new LinkedHashMap<>();
    Stream.of(shared).forEach(each -> this.shared.putAll(texts(each + "nl.js")));
    dutch = own("nl.js");
    english = own("en.js");
  }

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
    Set<String> both = new TreeSet<>(shared.keySet());
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
    Set<String> known = new TreeSet<>(shared.keySet());
    known.addAll(dutch.keySet());
    Set<String> subjects = known.stream().map(PageRules::subjectOf).collect(toSet());
    SortedSet<String> missing = ofThePage().values().stream()
        .flatMap(module -> KEY.matcher(module).results())
        .map(found -> found.group(1))
        .filter(key -> subjects.contains(subjectOf(key)) && !known.contains(key))
        .collect(toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(), missing);
  }

  Set<String> paths() {
    return ofThePage().keySet();
  }

  String module(String path) {
    return all.get(path);
  }

  private SortedMap<String, String> ofThePage() {
    return all.subMap(folder, folder.replace('/', '0')); // 0 comes after the slash
  }

  /** All files of a language in the page's own folder, in the order of their names; no text is in two of them. */
  private Map<String, String> own(String language) {
    Map<String, String> texts = new LinkedHashMap<>();
    ofThePage().keySet().stream()
        .filter(path -> path.matches(folder + "i18n/([a-z-]+-)?" + language))
        .forEach(path ->
            texts(path).forEach((key, text) -> assertNull(texts.put(key, text), "twice: " + key)));
    return texts;
  }

  private static SortedMap<String, String> sources() {
    SortedMap<String, String> texts = new TreeMap<>();
    ResourceFolder.onClassPath(PageRules.class.getClassLoader(), "web/", "web/", path -> true)
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
