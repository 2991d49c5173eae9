package org.omloop.server.payouts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.omloop.ledger.order.OrderId;
import org.xml.sax.SAXException;

class PaymentFileTest {
  private static final OrderId FIRST = OrderId.parse("01a20eb6-f107-75d1-8000-042b3c4d5e77");
  private static final OrderId SECOND = OrderId.parse("01a20eb6-f108-7b38-8000-04c3b2a19087");
  private static final Debtor DEBTOR =
      new Debtor("Coöperatie Omloop Oost U.A.", "NL02ABNA0123456789");

  private static CreditTransfer transfer(OrderId order, long cents, String name) {
    return new CreditTransfer(order, cents, new Payee(name, "NL91ABNA0417164300"));
  }

  private static PaymentFile file(FileForm form, CreditTransfer... transfers) {
    return new PaymentFile(
        BatchId.parse("01a20eb6-f200-7000-8000-000000000001"),
        form,
        Instant.parse("2026-11-30T08:00:00.123Z"),
        LocalDate.of(2026, 12, 1),
        DEBTOR,
        List.of(transfers));
  }

  private static String text(PaymentFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(FileForm.class)
  void banksCanReadIt(FileForm form) throws IOException, SAXException {
    Path schema = Path.of("../../shared/schemas/" + form.wireName() + ".xsd");
    assumeTrue(Files.exists(schema), "NOT CHECKED against its schema: there is no " + schema);
    byte[] bytes = file(
            form,
            transfer(FIRST, 1, "Bäckerei & Søn <\"de Bruine\">"),
            transfer(SECOND, 123_456_789, "x".repeat(90)))
        .bytes();
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(schema.toFile())
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(bytes)));
  }

  @Test
  void itSaysWhomToPayHowMuchAndWhen() {
    String text = text(file(
        FileForm.V09,
        transfer(FIRST, 250, "Bakkerij Müller"),
        transfer(SECOND, 99_800, "De Kruik")));
    for (String part : List.of(
        "<NbOfTxs>2</NbOfTxs><CtrlSum>1000.50</CtrlSum>",
        "<BtchBookg>false</BtchBookg>",
        "<CreDtTm>2026-11-30T08:00:00Z</CreDtTm>",
        "<ReqdExctnDt><Dt>2026-12-01</Dt></ReqdExctnDt>",
        "<Dbtr><Nm>Cooperatie Omloop Oost U.A.</Nm></Dbtr>",
        "<EndToEndId>OML01a20eb6f10775d18000042b3c4d5e77</EndToEndId>",
        "<InstdAmt Ccy=\"EUR\">2.50</InstdAmt>",
        "<InstdAmt Ccy=\"EUR\">998.00</InstdAmt>",
        "<Cdtr><Nm>Bakkerij Muller</Nm></Cdtr><CdtrAcct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></CdtrAcct>",
        "<ChrgBr>SLEV</ChrgBr>")) {
      assertTrue(text.contains(part), part + " in " + text);
    }
    assertFalse(text.contains("PstlAdr"));
    assertEquals(2, text.split("<NbOfTxs>2</NbOfTxs>", -1).length - 1, "at both levels");
  }

  @Test
  void anOlderBankHasADateAlone() {
    String text = text(file(FileForm.V03, transfer(FIRST, 250, "De Kruik")));
    assertTrue(text.contains("<ReqdExctnDt>2026-12-01</ReqdExctnDt>"), text);
    assertTrue(text.contains("urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"), text);
  }

  @Test
  void theSameBatchGivesTheSameBytes() {
    PaymentFile file = file(FileForm.V09, transfer(FIRST, 250, "De Kruik"));
    assertArrayEquals(
        file.bytes(), file(FileForm.V09, transfer(FIRST, 250, "De Kruik")).bytes());
    assertNotEquals(
        file.sha256(), file(FileForm.V09, transfer(FIRST, 251, "De Kruik")).sha256());
    assertNotEquals(
        file.sha256(), file(FileForm.V09, transfer(FIRST, 250, "De Kruik 2")).sha256());
  }

  @Test
  void aPayoutIsFoundByWhatTheBankCallsIt() {
    String name = EndToEndId.of(FIRST);
    assertEquals(35, name.length());
    assertEquals(FIRST, EndToEndId.redemption(name).orElseThrow());
    assertEquals(FIRST, EndToEndId.redemption(" " + name.toUpperCase()).orElseThrow());
    for (String other : List.of(
        "", "NOTPROVIDED", "OML", name + "0", "XML" + name.substring(3), "OML" + "0".repeat(32))) {
      assertTrue(EndToEndId.redemption(other).isEmpty(), other);
    }
  }

  @Test
  void theJournalSaysWhyOneWasRejected() {
    String reference = RejectReason.AC04.reference(FIRST);
    assertTrue(reference.matches("[A-Za-z0-9._:/-]{1,64}"), reference);
    assertEquals(RejectReason.AC04, RejectReason.of(reference).orElseThrow());
    assertTrue(RejectReason.of("bank-1").isEmpty());
    assertTrue(RejectReason.of(reference.replace("AC04", "ZZ99")).isEmpty());
  }
}
