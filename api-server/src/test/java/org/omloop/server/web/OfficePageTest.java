package org.omloop.server.web;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.policy.Setting;

/** The office, whose rooms have their words in files of their own. */
class OfficePageTest extends PageRules {
  private static final Pattern SPOKEN = Pattern.compile("SPOKEN = \\[([^\\]]*)]");
  private static final Pattern NAME = Pattern.compile("'([a-z]+)'");
  private static final Pattern FILE = Pattern.compile("office/i18n/([a-z]+)-(nl|en)\\.js");

  /** As in the members' app: plain words, also for a treasurer. */
  private static final Pattern BANNED = Pattern.compile(
      "\\b(transacties?|autoriser\\w*|tokens?|blockchain|valideren|genereren|transactions?)\\b",
      Pattern.CASE_INSENSITIVE);

  OfficePageTest() {
    super("office/", "kit/i18n/", "kit/i18n/supply-");
  }

  @Test
  void wordsOfBankAndTradeStayAway() {
    Map<String, String> said = new TreeMap<>();
    paths().stream()
        .filter(path -> FILE.matcher(path).matches())
        .forEach(path ->
            BANNED.matcher(module(path)).results().forEach(word -> said.put(path, word.group())));
    assertEquals(Map.of(), said);
  }

  @Test
  void everySettingIsInAGroupAndHasWords() {
    String groups = module("office/rule-values.js");
    for (Setting setting : Setting.values()) {
      String name = setting.wireName();
      assertTrue(groups.contains(" " + name + ": '"), "in no group: " + name);
      for (String language : List.of("nl", "en")) {
        String words = module("office/i18n/rules-" + language + ".js");
        for (String family : List.of("rule", "rule-why")) {
          String key = "'" + family + "." + name + "': '";
          assertTrue(words.contains(key), language + ": " + key);
        }
      }
    }
  }

  @Test
  void everyFileOfWordsIsLoadedInEachLanguage() {
    SortedSet<String> spoken = SPOKEN
        .matcher(module("office/rooms.js"))
        .results()
        .flatMap(list -> NAME.matcher(list.group(1)).results())
        .flatMap(name -> Stream.of("nl", "en")
            .map(language -> "office/i18n/" + name.group(1) + "-" + language + ".js"))
        .collect(toCollection(TreeSet::new));
    SortedSet<String> there = paths().stream()
        .filter(path -> FILE.matcher(path).matches())
        .collect(toCollection(TreeSet::new));
    assertEquals(there, spoken);
  }
}
