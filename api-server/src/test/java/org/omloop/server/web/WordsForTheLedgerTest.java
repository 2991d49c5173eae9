package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.Purpose;

/** What the ledger can answer, each language has words for. */
class WordsForTheLedgerTest {
  /** What a member's order for their own account never meets. */
  private static final Set<Refusal> NOT_FOR_MEMBERS = EnumSet.of(
      Refusal.BANK_REFERENCE_USED, Refusal.NEEDS_SECOND_SIGNATURE, Refusal.DISCLOSURE_TOO_LOOSE);

  /** Only an order that hands out meets it, and its screen has words of its own. */
  private static final Set<Refusal> ABOUT_HANDING_OUT =
      EnumSet.of(Refusal.PROGRAMME_CLOSED, Refusal.BUDGET_EXCEEDED, Refusal.ALREADY_GRANTED);

  private static final Set<Refusal> ABOUT_REQUESTS =
      EnumSet.of(Refusal.REQUEST_NOT_OPEN, Refusal.REQUEST_MISMATCH);
  private static final Set<Refusal> ABOUT_AN_ORIGINAL =
      EnumSet.of(Refusal.AMOUNT_OUT_OF_RANGE, Refusal.ORIGINAL_NOT_FOUND, Refusal.ALREADY_REFUNDED);
  private static final Set<Refusal> ABOUT_PAYING =
      EnumSet.of(Refusal.SAME_ACCOUNT, Refusal.ACCOUNT_LIMIT_EXCEEDED);

  /** Where a screen tells why, and what it never has to tell: a reason that is new is missed everywhere. */
  private static final Map<String, Set<Refusal>> NEVER_MET = Map.of(
      "refusal", Set.of(),
      "payer-reason", union(List.of(NOT_FOR_MEMBERS, ABOUT_AN_ORIGINAL, ABOUT_HANDING_OUT)),
      "till-reason", union(List.of(NOT_FOR_MEMBERS, ABOUT_AN_ORIGINAL, ABOUT_HANDING_OUT)),
      "refund-reason",
          union(List.of(
              NOT_FOR_MEMBERS,
              ABOUT_REQUESTS,
              ABOUT_PAYING,
              ABOUT_HANDING_OUT,
              Set.of(Refusal.POLICY_FORBIDS))),
      "redeem-reason",
          union(List.of(
              NOT_FOR_MEMBERS,
              ABOUT_REQUESTS,
              ABOUT_PAYING,
              ABOUT_HANDING_OUT,
              ABOUT_AN_ORIGINAL)));

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void everyRefusalAndEveryPurposeHasWords(String language) {
    String words = words(language);
    Stream<String> refusals = NEVER_MET.entrySet().stream()
        .flatMap(family -> Arrays.stream(Refusal.values())
            .filter(refusal -> !family.getValue().contains(refusal))
            .map(refusal -> family.getKey() + "." + refusal.wireName()));
    Stream<String> purposes =
        Arrays.stream(Purpose.values()).map(purpose -> "purpose." + purpose.wireName());
    Stream.concat(refusals, purposes)
        .forEach(key -> assertTrue(words.contains("'" + key + "': '"), language + ": " + key));
  }

  private static Set<Refusal> union(List<Set<Refusal>> parts) {
    return parts.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  private static String words(String language) {
    return new String(
        ResourceFolder.onClassPath(
                WordsForTheLedgerTest.class.getClassLoader(), "web/", "web/", path -> true)
            .get("kit/i18n/" + language + ".js"),
        StandardCharsets.UTF_8);
  }
}
