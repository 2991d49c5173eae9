package org.omloop.server.demo.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.order.OrderId;
import org.omloop.server.payouts.BatchId;
import org.omloop.server.payouts.CreditTransfer;
import org.omloop.server.payouts.Debtor;
import org.omloop.server.payouts.EndToEndId;
import org.omloop.server.payouts.FileForm;
import org.omloop.server.payouts.Payee;
import org.omloop.server.payouts.PaymentFile;
import org.xml.sax.SAXException;

/** The bank takes the files that the office's server writes, and answers with statements that add up. */
class DemoBankTest {
  private static final String IBAN = "NL02ABNA0123456789";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  @TempDir
  Path data;

  private FileExchange folder;
  private DemoBank bank;

  @BeforeEach
  void open() {
    folder = new FileExchange(data);
    bank = new DemoBank(folder, IBAN, 7, 12, 100_00);
  }

  private static OrderId order(int number) {
    return OrderId.of(NOW.toEpochMilli() + number, number, number);
  }

  private static byte[] file(FileForm form, String debtor, int first, int count, long cents) {
    List<CreditTransfer> transfers = new ArrayList<>();
    for (int at = first; at < first + count; at++) {
      transfers.add(
          new CreditTransfer(order(at), cents, new Payee("Bakkerij Müller", "NL91ABNA0417164300")));
    }
    return new PaymentFile(
            BatchId.parse(order(1_000 + first).toString()),
            form,
            NOW,
            DAY,
            new Debtor("Coöperatie Omloop", debtor),
            transfers)
        .bytes();
  }

  private AccountStatement state() {
    return bank.state(DAY, NOW).orElseThrow();
  }

  private List<String> names(String in) throws IOException {
    try (Stream<Path> files = Files.list(data.resolve(in))) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void itPaysWhatTheFileAsksForAndSaysSo() throws IOException {
    bank.receive("topup-1", 25_00, "A. Jansen", "NL20INGB0001234567");
    for (FileForm form : FileForm.values()) {
      folder.send(form + ".xml", file(form, IBAN, form.ordinal() * 10, 2, 10_00));
    }
    bank.pay();
    AccountStatement statement = state();
    assertEquals(13, statement.number());
    assertEquals(List.of("V03.xml", "V09.xml"), names("done"));
    assertEquals(100_00, statement.opening());
    assertEquals(25_00, statement.credits());
    assertEquals(40_00, statement.debits());
    assertEquals(85_00, statement.closing());
    assertEquals(List.of(statement.fileName()), names("statements"));
    String kept = Files.readString(data.resolve("statements").resolve(statement.fileName()));
    assertTrue(kept.contains("<EndToEndId>" + EndToEndId.of(order(10)) + "</EndToEndId>"), kept);
  }

  @Test
  void banksStatementsAreValid() throws IOException, SAXException {
    Path schema = Path.of("../../shared/schemas/camt.053.001.02.xsd");
    assumeTrue(Files.exists(schema), "NOT CHECKED against its schema: there is no " + schema);
    bank.receive("topup-1", 250_00, "A. Jansen", "NL20INGB0001234567");
    folder.send("one.xml", file(FileForm.V09, IBAN, 0, 40, 1_00));
    bank.pay();
    AccountStatement first = state();
    AccountStatement second = state();
    for (AccountStatement each : List.of(first, second)) {
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(schema.toFile())
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(each.bytes())));
    }
  }

  @Test
  void someComeBackWithTheNextStatement() {
    bank.receive("topup-1", 250_00, "A. Jansen", "NL20INGB0001234567");
    folder.send("one.xml", file(FileForm.V09, IBAN, 0, 40, 1_00));
    bank.pay();
    AccountStatement first = state();
    AccountStatement second = state();
    assertEquals(40_00, first.debits());
    assertTrue(
        second.credits() > 0 && second.credits() < 10_00, "one in twenty: " + second.credits());
    assertEquals(first.closing(), second.opening());
    second.entries().forEach(each -> {
      assertEquals("AC04", each.returnReason());
      assertTrue(
          first.entries().stream().anyMatch(paid -> paid.endToEndId().equals(each.endToEndId())));
    });
    assertTrue(bank.state(DAY, NOW).isEmpty(), "what came back does so once");
  }

  @Test
  void whatIsWrongIsRefusedWhole() throws IOException {
    folder.send("a-other.xml", file(FileForm.V09, "NL20INGB0001234567", 0, 1, 1_00));
    folder.send("b-much.xml", file(FileForm.V09, IBAN, 20, 2, 60_00));
    String doctype = "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]><x>&y;</x>";
    folder.send("c-xxe.xml", doctype.getBytes(StandardCharsets.UTF_8));
    String sum = new String(file(FileForm.V09, IBAN, 30, 1, 1_00), StandardCharsets.UTF_8)
        .replace("<CtrlSum>1.00", "<CtrlSum>2.00");
    folder.send("d-sum.xml", sum.getBytes(StandardCharsets.UTF_8));
    folder.send("e-good.xml", file(FileForm.V09, IBAN, 40, 1, 1_00));
    folder.send("f-again.xml", file(FileForm.V09, IBAN, 40, 1, 1_00));
    bank.pay();
    assertEquals(List.of("e-good.xml"), names("done"));
    assertEquals(10, names("refused").size(), "five files, each with its reason");
    assertTrue(Files.readString(data.resolve("refused/f-again.xml.txt")).contains("paid before"));
    assertEquals(1_00, state().debits());
  }
}
