package org.omloop.server.council;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What tables say beside their figures. What many of them say is said once, where the paper says what is hidden. */
final class Notes {
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})");
  private static final int MANY = 3;

  private Notes() {}

  /** Returns a note without what many tables say. */
  static String own(String note, Paper paper) {
    List<String> shared = shared(paper.report());
    List<String> own = new ArrayList<>(List.of(SENTENCE.split(note)));
    own.removeAll(shared);
    return String.join(" ", own);
  }

  /** Returns the sentences that many tables say, in order. */
  static List<String> shared(PaperReport report) {
    Map<String, Integer> told = new LinkedHashMap<>();
    for (ReportTable table : report.tables()) {
      if (!table.note().isEmpty()) {
        List.of(SENTENCE.split(table.note())).forEach(each -> told.merge(each, 1, Integer::sum));
      }
    }
    return told.keySet().stream()
        .filter(each -> told.getOrDefault(each, 0) >= MANY)
        .filter(each -> each.chars().noneMatch(Character::isDigit)) // a figure is of one table
        .toList();
  }
}
