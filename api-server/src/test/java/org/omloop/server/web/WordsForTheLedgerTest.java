package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.Purpose;

/** What the ledger can answer, each language has words for. */
class WordsForTheLedgerTest {
  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void everyRefusalAndEveryPurposeHasWords(String language) {
    String words = words(language);
    Stream<String> refusals =
        Arrays.stream(Refusal.values()).map(refusal -> "refusal." + refusal.wireName());
    Stream<String> purposes =
        Arrays.stream(Purpose.values()).map(purpose -> "purpose." + purpose.wireName());
    Stream.concat(refusals, purposes)
        .forEach(key -> assertTrue(words.contains("'" + key + "': '"), language + ": " + key));
  }

  private static String words(String language) {
    return new String(
        ResourceFolder.onClassPath(WordsForTheLedgerTest.class.getClassLoader(), "web/", "web/")
            .get("kit/i18n/" + language + ".js"),
        StandardCharsets.UTF_8);
  }
}
