package org.omloop.server.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.bank.Checked.Result;

/** The checks I3 to I13 that need more than the file, and whom lines are for. */
class IntakeTest {
  private static final Iban RESERVE = new Iban(CamtText.RESERVE);
  private static final Known NOTHING = new Known(Optional.empty(), List.of(), Set.of());
  private static final AccountId ANNA = new AccountId("anna");
  private static final CreditorReference OURS = new CreditorReference("RF33OML2026K7M2Q9XD");

  private static CamtText day(int number, long opening) {
    return new CamtText("02", "S" + number, number, opening).on("2026-11-" + number);
  }

  private static Known after(int number, long closing) {
    return new Known(
        Optional.of(new ChainEnd(
            number, OptionalLong.of(number), LocalDate.parse("2026-11-" + number), closing)),
        List.of(),
        Set.of());
  }

  private static Intake take(Known known, CamtText... statements) {
    return take(known, List.of(), statements);
  }

  private static Intake take(Known known, List<BankStatement> waiting, CamtText... statements) {
    String text = CamtText.file(statements[0].text().contains("001.08") ? "08" : "02", statements);
    return Intake.of(BankFile.read(text.getBytes(UTF_8)), RESERVE, known, waiting);
  }

  private static Map<Check, String> notOk(Intake intake) {
    assertEquals(
        List.of(Check.values()), intake.checks().stream().map(Checked::check).toList());
    return intake.checks().stream()
        .filter(each -> each.result() != Result.OK)
        .collect(Collectors.toMap(Checked::check, each -> each.result() + " " + each.reason()));
  }

  private static String refusal(Known known, CamtText... statements) {
    Checked why = assertThrows(RefusedFile.class, () -> take(known, statements)).why();
    return why.check() + " " + why.reason();
  }

  @Test
  void statementsAreTakenInOrderWithRisingNumbers() {
    CamtText one = day(11, 0).credit(100, "a", "x");
    CamtText two = day(12, one.closing()).credit(50, "b", "y");
    Intake intake = take(NOTHING, two, one);
    assertEquals(Map.of(), notOk(intake));
    assertEquals(
        List.of(11L, 12L), intake.taken().stream().map(Intake.Taken::number).toList());
  }

  @Test
  void theNumberOfANewYearBeginsAnewAndTheJournalsGoesOn() {
    Known december = new Known(
        Optional.of(new ChainEnd(365, OptionalLong.of(365), LocalDate.parse("2026-12-31"), 500)),
        List.of(),
        Set.of());
    Intake intake = take(december, new CamtText("02", "J1", 1, 500).on("2027-01-02"));
    assertEquals(Map.of(), notOk(intake));
    assertEquals(366, intake.taken().get(0).number());
    assertEquals(
        Map.of(Check.I8, "HELD number-missing"),
        notOk(take(december, new CamtText("02", "J1", 1, 500).on("2026-12-31"))));
  }

  @Test
  void anotherAccountAndWrongBalancesAreRefused() {
    assertEquals("I3 other-account", refusal(NOTHING, day(11, 0).of("NL91ABNA0417164300")));
    String wrong = day(11, 0)
        .credit(100, "a", "x")
        .text()
        .replace(
            "\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt>",
            "\">1.01</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt>");
    Checked why = assertThrows(
            RefusedFile.class,
            () -> Intake.of(BankFile.read(wrong.getBytes(UTF_8)), RESERVE, NOTHING, List.of()))
        .why();
    assertEquals(Check.I6, why.check());
  }

  @Test
  void gapsWaitForWhatIsMissing() {
    CamtText missing = day(12, 100).credit(20, "b", "y");
    CamtText late = day(13, missing.closing()).credit(30, "c", "z");
    Intake held = take(after(11, 100), late);
    assertEquals(Map.of(Check.I7, "HELD gap", Check.I8, "HELD number-missing"), notOk(held));
    assertEquals(List.of(), held.taken());
    Intake both = take(after(11, 100), held.held(), missing);
    assertEquals(Map.of(), notOk(both));
    assertEquals(2, both.taken().size());
    assertEquals(held.held(), both.released());
    assertEquals(
        Map.of(Check.I8, "HELD number-missing"), notOk(take(after(11, 100), day(13, 100))));
  }

  @Test
  void pagesWaitForEachOther() {
    CamtText first = new CamtText("08", "S", 12, 100).page(1, false).credit(1, "a", "x");
    CamtText last = new CamtText("08", "S", 12, first.closing()).page(2, true).credit(2, "b", "y");
    Intake held = take(after(11, 100), first);
    assertEquals(Map.of(Check.I9, "HELD page-missing"), notOk(held));
    Intake whole = take(after(11, 100), held.held(), last);
    assertEquals(Map.of(), notOk(whole));
    assertEquals(2, whole.taken().get(0).lines().size());
    assertEquals(103, whole.taken().get(0).statement().closing());
  }

  @Test
  void linesWithoutAReferenceOfTheirOwnAreNewOnEachPage() {
    CamtText first = new CamtText("08", "S", 12, 100).page(1, false);
    first.credit(1, "", "a").credit(2, "same", "b");
    CamtText last = new CamtText("08", "S", 12, first.closing()).page(2, true);
    last.credit(3, "", "c").credit(4, "same", "d");
    Intake whole = take(after(11, 100), first, last);
    assertEquals(Map.of(), notOk(whole));
    List<BankLine> lines = whole.taken().get(0).lines();
    assertEquals(4, lines.size());
    assertTrue(lines.get(0).key().endsWith(":S:p1"), lines.get(0).key());
    assertTrue(lines.get(2).key().endsWith(":S:p2.1"), lines.get(2).key());
  }

  @Test
  void betweenPagesBalancesAreInterim() {
    CamtText first = page(1, 100).closedBy("ITBD").credit(1, "a", "x");
    CamtText midst = page(2, first.closing()).openedBy("ITBD").closedBy("ITBD").credit(2, "b", "y");
    CamtText last = page(3, midst.closing()).openedBy("ITBD").credit(3, "c", "z");
    Intake whole = take(after(11, 100), first, midst, last);
    assertEquals(Map.of(), notOk(whole));
    assertEquals(106, whole.taken().get(0).statement().closing());
    assertEquals("I5 balance-missing", refusal(NOTHING, page(1, 100).openedBy("ITBD")));
    assertEquals("I5 balance-missing", refusal(NOTHING, page(3, 100).closedBy("ITBD")));
  }

  private static CamtText page(int page, long opening) {
    return new CamtText("08", "S", 12, opening).page(page, page == 3);
  }

  @Test
  void aStatementIsInAFileOnce() {
    assertEquals("I4 twice-in-file", refusal(NOTHING, day(11, 0), day(11, 0)));
  }

  @Test
  void aKnownNameMustSayTheSame() {
    CamtText text = day(12, 100).credit(20, "b", "y");
    BankStatement same = BankFile.read(text.bytes()).statements().get(0);
    KeptStatement kept = kept(same, OptionalLong.of(12));
    Known known = new Known(
        after(12, 120).last(), List.of(kept), Set.of(same.lines().get(0).key()));
    assertEquals(Map.of(Check.I4, "SKIPPED statement-kept"), notOk(take(known, text)));
    assertEquals(Map.of(Check.I4, "SKIPPED statement-kept"), notOk(take(known, text.copy("DUPL"))));
    assertEquals(
        "I4 differs-from-kept", refusal(known, day(12, 100).credit(21, "b", "y").copy("DUPL")));
    assertEquals("I4 copy-of-unknown", refusal(after(11, 100), text));
  }

  private static KeptStatement kept(BankStatement statement, OptionalLong number) {
    return new KeptStatement(
        statement.id(),
        "hash",
        statement.page(),
        number.isEmpty(),
        number,
        statement.electronicNumber(),
        RESERVE.text(),
        statement.openingDate(),
        statement.closingDate(),
        statement.opening(),
        statement.credits(),
        statement.debits(),
        statement.closing(),
        OptionalLong.empty(),
        "",
        0);
  }

  @Test
  void whatOnlyWaitsGivesWayToWhatFits() {
    List<BankStatement> waiting =
        take(after(11, 100), day(12, 50).credit(7, "w", "x")).held();
    Known known = new Known(
        after(11, 100).last(), List.of(kept(waiting.get(0), OptionalLong.empty())), Set.of());
    Intake right = take(known, waiting, day(12, 100).credit(20, "b", "y"));
    assertEquals(Map.of(), notOk(right));
    assertEquals(120, right.taken().get(0).statement().closing());
    assertEquals(waiting, right.released());
    assertEquals(List.of(), right.held());
    Checked why = assertThrows(
            RefusedFile.class, () -> take(known, waiting, day(12, 60).credit(20, "b", "y")))
        .why();
    assertEquals("I4 differs-from-kept", why.check() + " " + why.reason());
  }

  @Test
  void oddLinesAreTold() {
    CamtText text = day(12, 100);
    text.entry(5, false, "BOOK", "a", "<RvslInd>true</RvslInd>", "");
    text.entry(
        7,
        true,
        "BOOK",
        "b",
        "",
        text.payment("Cdtr", "B", "NL91ABNA0417164300", "<Ustrd>x</Ustrd>")
            .replace("</TxDtls>", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>"));
    text.entry(
        9,
        true,
        "BOOK",
        "c",
        "",
        "<NtryDtls><TxDtls>" + text.detail(4, "Dbtr", "A", "NL91ABNA0417164300", "<Ustrd>x</Ustrd>")
            + "</TxDtls><TxDtls>"
            + text.detail(4, "Dbtr", "A", "NL91ABNA0417164300", "<Ustrd>x</Ustrd>")
            + "</TxDtls></NtryDtls>");
    text.credit(11, "d", "x");
    BankStatement statement = BankFile.read(text.bytes()).statements().get(0);
    Known known = new Known(
        after(11, 100).last(), List.of(), Set.of(statement.lines().get(3).key()));
    Intake intake = take(known, text);
    assertEquals(
        Map.of(
            Check.I10, "WORK details-differ",
            Check.I11, "WORK reversal",
            Check.I12, "WORK return",
            Check.I13, "SKIPPED line-kept"),
        notOk(intake));
    assertEquals(3, intake.taken().get(0).lines().size());
    List<String> reasons = new ArrayList<>();
    intake.taken().get(0).lines().forEach(line -> reasons.add(match(line).reason()));
    assertEquals(List.of("reversal", "return", "details-differ"), reasons);
  }

  private static Match match(BankLine line) {
    TopUpReference standing =
        new TopUpReference(OURS, ANNA, OptionalLong.empty(), OptionalLong.empty());
    CreditorReference asked = new CreditorReference("RF06OML2026K7M2Q9XE");
    TopUpReference request =
        new TopUpReference(asked, ANNA, OptionalLong.of(500), OptionalLong.of(1_000));
    return Match.of(line, Map.of(OURS, standing, asked, request), Optional.empty(), 900);
  }

  private static Match match(long cents, String text) {
    return match(BankFile.read(day(11, 0).credit(cents, "a", text).bytes())
        .statements()
        .get(0)
        .lines()
        .get(0));
  }

  @Test
  void aLineIsForWhomOneSoundReferenceNamesAndElseForNobody() {
    assertEquals(new Match(Optional.of(ANNA), ""), match(100, "opladen rf33 oml2 026k 7m2q 9xd"));
    assertEquals(new Match(Optional.empty(), "no-reference"), match(100, "voor Anna"));
    assertEquals(
        new Match(Optional.empty(), "mistyped-reference"), match(100, "RF33OML2026K7M2Q9XE"));
    assertEquals(new Match(Optional.empty(), "unknown-reference"), match(100, "RF18539007547034"));
    assertEquals(
        new Match(Optional.empty(), "several-references"),
        match(100, "RF33OML2026K7M2Q9XD RF06OML2026K7M2Q9XE"));
    assertEquals(new Match(Optional.of(ANNA), ""), match(500, "RF06OML2026K7M2Q9XE"));
    assertEquals(new Match(Optional.of(ANNA), "other-amount"), match(499, "RF06OML2026K7M2Q9XE"));
  }

  @Test
  void bankDaysLeaveOutWeekendsAndHolidays() {
    assertEquals(0, BankDays.between(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-23")));
    assertEquals(5, BankDays.between(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-30")));
    assertEquals(
        1,
        BankDays.between(LocalDate.parse("2026-04-02"), LocalDate.parse("2026-04-07")),
        "Easter");
    assertEquals(3, BankDays.between(LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-30")));
    assertTrue(BankDays.isBankDay(LocalDate.parse("2026-04-27")), "TARGET knows no King's Day");
  }

  @Test
  void theCodeForBankAppsIsAsTheGuidelineSays() {
    EpcCode code = EpcCode.of("Coöperatie Omloop Oost U.A.", RESERVE, OptionalLong.of(2_500), OURS);
    assertEquals(
        "BCD\n002\n1\nSCT\n\nCooperatie Omloop Oost U.A.\nNL02ABNA0123456789\nEUR25.00\n\nRF33OML2026K7M2Q9XD",
        code.text());
    assertEquals(91, code.text().getBytes(UTF_8).length);
    assertEquals(41, code.image().size());
    assertTrue(
        EpcCode.of("Oost", RESERVE, OptionalLong.empty(), OURS).text().contains("6789\n\n\nRF33"));
  }
}
