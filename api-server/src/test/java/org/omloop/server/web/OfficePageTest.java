package org.omloop.server.web;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The office, whose rooms have their words in files of their own. */
class OfficePageTest extends PageRules {
  private static final Pattern SPOKEN = Pattern.compile("SPOKEN = \\[([^\\]]*)]");
  private static final Pattern NAME = Pattern.compile("'([a-z]+)'");
  private static final Pattern FILE = Pattern.compile("office/i18n/([a-z]+)-(nl|en)\\.js");

  OfficePageTest() {
    super("office/", "kit/i18n/", "kit/i18n/supply-");
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
