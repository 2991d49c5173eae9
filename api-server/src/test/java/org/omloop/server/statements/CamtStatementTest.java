package org.omloop.server.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.server.xml.XmlPieces;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** A statement as camt.053.001.02. */
class CamtStatementTest {
  private static final AccountId LONG = new AccountId("an-account-with-a-name-of-forty-letters1");
  private static final Path SCHEMA = Path.of("../../shared/schemas/camt.053.001.02.xsd");

  private static byte[] bytes(SampleStatement sample) {
    return sample.write(new CamtStatement(
        SampleStatement.EURO, SampleStatement.NAMES, StatementWords.DUTCH, SampleStatement.MADE));
  }

  private static Document read(SampleStatement sample)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes(sample)));
  }

  private static String at(Document document, String path) throws XPathExpressionException {
    return XPathFactory.newDefaultInstance().newXPath().evaluate(path, document);
  }

  private static List<SampleStatement> samples() {
    LocalDate day = LocalDate.of(2026, 11, 5);
    return List.of(
        SampleStatement.mixed(),
        SampleStatement.many(250),
        new SampleStatement(0),
        new SampleStatement(-1, new StatementPeriod(day, day))
            .in(EntryKind.WAGE, LONG, (1L << 53) - 1, "2026-11-05T00:00:00Z"));
  }

  @Test
  void theSchemaTakesIt() throws SAXException, IOException {
    assumeTrue(
        Files.exists(SCHEMA), "SKIPPED: no schema of camt.053 at " + SCHEMA.toAbsolutePath());
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    for (SampleStatement sample : samples()) {
      factory
          .newSchema(SCHEMA.toFile())
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(bytes(sample))));
    }
  }

  @Test
  void openingAndLinesLeadToTheClosing() throws Exception {
    for (SampleStatement sample : samples()) {
      Document document = read(sample);
      BigDecimal sum = signed(document, "//Bal[Tp/CdOrPrtry/Cd='OPBD']");
      for (int line = 1; line <= sample.lines().size(); line++) {
        assertEquals(Integer.toString(line), at(document, "//Ntry[" + line + "]/NtryRef"));
        sum = sum.add(signed(document, "//Ntry[" + line + "]"));
      }
      assertEquals(Integer.toString(sample.lines().size()), at(document, "count(//Ntry)"));
      assertEquals(signed(document, "//Bal[Tp/CdOrPrtry/Cd='CLBD']"), sum);
    }
  }

  private static BigDecimal signed(Document document, String path) throws XPathExpressionException {
    BigDecimal amount = new BigDecimal(at(document, path + "/Amt[@Ccy='EUR']"));
    return at(document, path + "/CdtDbtInd").equals("CRDT") ? amount : amount.negate();
  }

  @Test
  void aLineSaysWhoWhenAndWhichEntry() throws Exception {
    SampleStatement sample = SampleStatement.mixed();
    Document document = read(sample);
    String paid = "//Ntry[4]";

    assertEquals("120.00", at(document, paid + "/Amt"));
    assertEquals("DBIT", at(document, paid + "/CdtDbtInd"));
    assertEquals("BOOK", at(document, paid + "/Sts"));
    assertEquals("2026-11-10", at(document, paid + "/BookgDt/Dt"));
    assertEquals("103", at(document, paid + "/AcctSvcrRef"));
    assertEquals("ICDT", at(document, paid + "/BkTxCd/Domn/Fmly/Cd"));
    assertEquals("Café & Brød „Ünïcode”", at(document, paid + "//RltdPties/Cdtr/Nm"));
    assertEquals("cafe", at(document, paid + "//CdtrAcct/Id/Othr/Id"));
    assertEquals(sample.lines().get(3).orderReference(), at(document, paid + "//EndToEndId"));
    assertEquals("Leverancier", at(document, paid + "//RmtInf/Ustrd"));
    assertEquals("anna", at(document, "//Ntry[1]//RltdPties/Dbtr/Nm"));
    assertEquals("RCDT", at(document, "//Ntry[1]/BkTxCd/Domn/Fmly/Cd"));
    assertEquals("Geld terug", at(document, "//Ntry[2]/AddtlNtryInf"));
    assertEquals("Aankoop", at(document, "//Ntry[3]/AddtlNtryInf"), "reserved first");
    assertEquals("☕🥐", at(document, "//Ntry[5]//RltdPties/Dbtr/Nm"));
  }

  @Test
  void theHeadSaysWhoseItIsAndWhichOne() throws Exception {
    Document document = read(SampleStatement.mixed());

    assertEquals("bakery", at(document, "//Stmt/Acct/Id/Othr/Id"));
    assertEquals("Bakkerij Jansen (Jansen & Zoon <B.V.>)", at(document, "//Stmt/Acct/Ownr/Nm"));
    assertEquals("11", at(document, "//Stmt/ElctrncSeqNb"));
    assertEquals("2026-12-01T08:00:00Z", at(document, "//GrpHdr/CreDtTm"));
    assertEquals("2026-11-30T23:59:59Z", at(document, "//Stmt/FrToDt/ToDtTm"));
    assertTrue(at(document, "//Stmt/Id").matches("OML261101261130-[0-9a-f]{16}"));
    assertEquals("2026-11-01", at(document, "//Bal[1]/Dt/Dt"));
  }

  @Test
  void aPeriodThatIsNoMonthHasNoNumber() throws Exception {
    LocalDate day = LocalDate.of(2026, 11, 5);
    Document document = read(new SampleStatement(0, new StatementPeriod(day, day)));
    assertEquals("0", at(document, "count(//ElctrncSeqNb)"));
  }

  @Test
  void whatXmlHasNoPlaceForIsLeftOut() {
    XmlPieces xml = new XmlPieces();
    xml.begin("a", "urn:b");
    xml.text("c", "1\u0000\u0007\uFFFE\uD800<&>2");
    xml.close();
    String text = new String(xml.take(), StandardCharsets.UTF_8);
    assertTrue(text.contains("<c>1&lt;&amp;&gt;2</c>"), text);
    assertFalse(text.contains("\u0007"), text);
  }
}
