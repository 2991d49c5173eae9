package org.omloop.server.bank;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as banks send them, and as they should not come: the checks I2, I3 and I5. */
class BankFileTest {
  private static final Path SAMPLES = Path.of("../../shared/schemas/samples");

  private static CamtText day(String version) {
    return new CamtText(version, "0123456789-2026-327", 327, 100_000);
  }

  private static BankStatement read(String text) {
    return BankFile.read(text.getBytes(UTF_8)).statements().get(0);
  }

  private static String refusal(byte[] file) {
    Checked why = assertThrows(RefusedFile.class, () -> BankFile.read(file)).why();
    return why.check() + " " + why.reason();
  }

  private static String refusal(String text) {
    return refusal(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"02", "04", "08"})
  void aStatementIsReadInEveryVersion(String version) {
    BankStatement statement = read(day(version)
        .structured(2_500, "0327-000001", "RF33OML2026K7M2Q9XD")
        .debit(1_000, "", "OML-1")
        .text());
    assertEquals("0123456789-2026-327", statement.id());
    assertEquals(OptionalLong.of(327), statement.electronicNumber());
    assertEquals(100_000, statement.opening());
    assertEquals(101_500, statement.closing());
    assertTrue(statement.addsUp());
    BankLine credit = statement.lines().get(0);
    assertEquals("NL02ABNA0123456789:0123456789-2026-327:0327-000001", credit.key());
    assertEquals(2_500, credit.cents());
    assertTrue(credit.isCredit());
    assertEquals("F. de Vries", credit.otherName());
    assertEquals(Optional.of(new Iban("NL91ABNA0417164300")), credit.otherIban());
    assertEquals(List.of("RF33OML2026K7M2Q9XD"), credit.references());
    assertEquals("", credit.endToEndId());
    BankLine debit = statement.lines().get(1);
    assertFalse(debit.isCredit());
    assertEquals("OML-1", debit.endToEndId());
    assertEquals("Bakkerij", debit.otherName());
    assertTrue(debit.key().endsWith(":p2"), debit.key());
  }

  @Test
  void theSamplesSayTheSameInBothVersions() throws IOException {
    Assumptions.assumeTrue(Files.exists(SAMPLES), "skipped: no samples at " + SAMPLES);
    BankStatement old = read(Files.readString(SAMPLES.resolve("camt053-v02.xml")));
    BankStatement young = read(Files.readString(SAMPLES.resolve("camt053-v08.xml")));
    assertEquals(old.lines(), young.lines());
    assertEquals(102_500, old.closing());
    assertTrue(old.addsUp());
  }

  @ParameterizedTest
  @ValueSource(strings = {"02", "04", "08"})
  void onlyWhatIsBookedCounts(String version) {
    CamtText text = day(version);
    text.entry(500, true, "PDNG", "a", "", "")
        .entry(700, true, "INFO", "b", "", "")
        .credit(100, "c", "x");
    BankStatement statement = read(text.text());
    assertEquals(1, statement.lines().size());
    assertTrue(statement.addsUp());
  }

  @ParameterizedTest
  @ValueSource(strings = {"02", "04", "08"})
  void paymentsPutTogetherAreLinesOfTheirOwnIfTheyAddUp(String version) {
    CamtText text = day(version);
    String parts = "<NtryDtls><TxDtls>"
        + text.detail(300, "Dbtr", "A", "NL91ABNA0417164300", "<Ustrd>RF33OML2026K7M2Q9XD</Ustrd>")
        + "</TxDtls><TxDtls>"
        + text.detail(200, "Dbtr", "B", "NL91ABNA0417164300", "<Ustrd>RF06OML2026K7M2Q9XE</Ustrd>")
        + "</TxDtls></NtryDtls>";
    BankStatement right = read(text.entry(500, true, "BOOK", "a", "", parts).text());
    assertEquals(
        List.of(300L, 200L), right.lines().stream().map(BankLine::cents).toList());
    assertTrue(right.lines().get(1).key().endsWith(":a:2"));
    BankStatement wrong =
        read(day(version).entry(501, true, "BOOK", "a", "", parts).text());
    assertEquals(1, wrong.lines().size());
    assertFalse(wrong.lines().get(0).addsUp());
  }

  @ParameterizedTest
  @ValueSource(strings = {"02", "04", "08"})
  void reversalsAndReturnsAreTold(String version) {
    CamtText text = day(version);
    String back = text.payment("Cdtr", "Bakkerij", "NL91ABNA0417164300", "<Ustrd>x</Ustrd>")
        .replace("</TxDtls>", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>")
        .replace("NOTPROVIDED", "OML-7");
    text.entry(500, false, "BOOK", "a", "<RvslInd>true</RvslInd>", "");
    text.entry(250, true, "BOOK", "b", "", back);
    BankStatement statement = read(text.text());
    assertTrue(statement.lines().get(0).isReversal());
    assertEquals("AC04", statement.lines().get(1).returnReason());
    assertEquals("OML-7", statement.lines().get(1).endToEndId());
  }

  @Test
  void balancesMayBeCarriedOverOrOverdrawn() {
    assertEquals(100_000, read(day("02").openedBy("PRCD").text()).opening());
    assertEquals(-5_000, read(new CamtText("08", "S", 0, -5_000).text()).opening());
    assertEquals(
        OptionalLong.empty(), read(new CamtText("08", "S", 0, 0).text()).electronicNumber());
  }

  @Test
  void oneReferenceForManyLinesStillNamesEachLine() {
    BankStatement statement =
        read(day("02").credit(1, "same", "a").credit(2, "same", "b").text());
    assertEquals(2, statement.lines().stream().map(BankLine::key).distinct().count());
    assertTrue(
        statement.lines().stream().allMatch(each -> each.key().matches("[A-Za-z0-9._:/-]{1,64}")));
  }

  @Test
  void longAndOddReferencesAreHashed() {
    BankStatement statement =
        read(day("02").credit(1, "a b+c/é", "x").credit(2, "x".repeat(35), "y").text());
    assertTrue(
        statement.lines().stream().allMatch(each -> each.key().matches("[A-Za-z0-9._:-]{1,64}")));
  }

  @Test
  void eachKindOfWrongFileHasItsOwnName() {
    String good = day("02").credit(100, "a", "x").text();
    assertEquals("I2 empty", refusal(""));
    assertEquals("I2 packed", refusal("PK\3\4"));
    assertEquals("I2 not-a-bank-file", refusal("Datum;Bedrag\n"));
    assertEquals("I2 too-large", refusal(new byte[BankFile.MOST_BYTES + 1]));
    assertEquals("I2 broken-xml", refusal(good.substring(0, good.length() - 30)));
    assertEquals("I2 broken-xml", refusal("<Document"));
    assertEquals("I2 unknown-version", refusal(good.replace("camt.053.001.02", "camt.053.001.99")));
    assertEquals("I2 unknown-version", refusal("<html></html>"));
    assertEquals("I2 not-as-schema", refusal(good.replace("<Id>0123456789-2026-327</Id>", "")));
    assertEquals("I2 not-as-schema", refusal(good.replace("CRDT", "PLUS")));
    assertEquals("I2 wrong-encoding", refusal(good.replace("Vries", "Vriës").getBytes(ISO_8859_1)));
    assertEquals(
        "I3 other-currency", refusal(good.replace("Ccy=\"EUR\">1.00", "Ccy=\"USD\">1.00")));
    assertEquals("I3 parts-of-a-cent", refusal(good.replace("\">1.00<", "\">1.005<")));
    assertEquals("I5 balance-missing", refusal(good.replace("OPBD", "ITAV")));
    assertEquals("I5 balance-missing", refusal(good.replace("CLBD", "ITAV")));
    assertEquals("I5 balance-twice", refusal(good.replace("CLBD", "OPBD")));
    assertEquals(1, read(good.replace("\">1.00<", "\">1.00000<")).lines().size());
  }

  @Test
  void nothingIsReadFromElsewhereAndNothingGrows() {
    String good = day("02").text();
    String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    String xxe = head + "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        + good.substring(head.length()).replace("<MsgId>M", "<MsgId>&x;");
    assertEquals("I2 has-dtd", refusal(xxe));
    StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
    for (int at = 1; at < 12; at++) {
      laughs.append("<!ENTITY a" + at + " \"" + ("&a" + (at - 1) + ";").repeat(10) + "\">");
    }
    String billion =
        head + laughs + "]>" + good.substring(head.length()).replace("<MsgId>M", "<MsgId>&a11;");
    assertEquals("I2 has-dtd", refusal(billion));
    assertEquals(
        "I2 has-dtd",
        refusal(
            head + "<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/x\">" + good.substring(head.length())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"02", "04", "08"})
  void anEntryOfNothingIsNoLine(String version) {
    BankStatement statement =
        read(day(version).credit(0, "a", "bericht").credit(100, "", "x").text());
    assertEquals(1, statement.lines().size());
    assertTrue(statement.lines().get(0).key().endsWith(":p2"), "each keeps its place");
  }

  private static String mt940(String number, String name, String day, String lines) {
    return """
        {1:F01ABNANL2AXXXX0000000000}{2:I940ABNANL2AXXXXN}{4:
        :20:%s
        :25:NL02ABNA0123456789 EUR
        :28C:%s
        :60F:C%sEUR1000,00
        %s:62F:C%sEUR1000,00
        -}
        """.formatted(name, number, day, lines, day);
  }

  @Test
  void mt940WithoutACountIsNamedByItsDay() {
    BankStatement one = read(mt940("00000", "STMT", "261123", ""));
    BankStatement two = read(mt940("00000/1", "STMT", "261124", ""));
    assertEquals(OptionalLong.empty(), one.electronicNumber());
    assertEquals("2026-11-23-STMT", one.id());
    assertEquals("2026-11-24-STMT", two.id());
  }

  @Test
  void mt940PagesNameTheirLinesApart() {
    String lines = ":61:2611231123C25,00NTRFNONREF\n:61:2611231123C0,00NMSCNONREF\n"
        + ":61:2611231123D25,00NTRFNONREF\n";
    BankStatement one = read(mt940("327/1", "STMT", "261123", lines));
    BankStatement two = read(mt940("327/2", "STMT", "261123", lines));
    assertEquals(
        List.of("p1", "p3"), one.lines().stream().map(BankFileTest::place).toList());
    assertEquals(
        List.of("p2.1", "p2.3"), two.lines().stream().map(BankFileTest::place).toList());
  }

  private static String place(BankLine line) {
    return line.key().substring(line.key().lastIndexOf(':') + 1);
  }

  @Test
  void mt940IsRead() {
    String text = """
        {1:F01ABNANL2AXXXX0000000000}{2:I940ABNANL2AXXXXN}{4:
        :20:STMT
        :25:NL02ABNA0123456789 EUR
        :28C:327/1
        :60F:C261122EUR1000,00
        :61:2611231123C25,00NTRFNONREF//0327-000001
        :86:/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/NAME/F. de Vries/REM
        I/RF33OML2026K7M2Q9XD/EREF/NOTPROVIDED
        :61:2611231123D10,5NTRFOML-1
        :86:/CNTP/NL91ABNA0417164300/ABNANL2A/Bakkerij///EREF/OML-1/REMI/USTD//uit
        :62F:C261123EUR1014,50
        -}
        """;
    BankStatement statement = read(text);
    assertEquals("2026-327", statement.id());
    assertEquals(101_450, statement.closing());
    assertTrue(statement.addsUp());
    BankLine credit = statement.lines().get(0);
    assertEquals("F. de Vries", credit.otherName());
    assertEquals("RF33OML2026K7M2Q9XD", credit.text());
    assertEquals("0327-000001", credit.bankReference());
    assertEquals(
        List.of("Bakkerij", "OML-1"),
        List.of(statement.lines().get(1).otherName(), statement.lines().get(1).endToEndId()));
    assertEquals("I3 other-currency", refusal(text.replace("EUR1000", "USD1000")));
    assertEquals("I3 other-account", refusal(text.replace(":25:NL02ABNA0123456789", ":25:12345")));
    assertEquals("I5 balance-missing", refusal(text.replace(":62F:", ":64:")));
    assertEquals("I2 not-as-mt940", refusal(text.replace("2611231123C25,00", "vandaag")));
    assertTrue(read(text.replace("1123C25", "1123RD25")).lines().get(0).isReversal());
  }
}
