package org.omloop.server.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.server.export.AuditFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The audit file, read back by another program: its totals tie, and its accounts come to the ledger's balances. */
class AuditFileTest {
  @TempDir
  private Path folder;

  private final XPath path = XPathFactory.newInstance().newXPath();

  @Test
  void totalsTieAndBalancesAreThoseOfTheLedger() throws Exception {
    AuditedMarket market = new AuditedMarket();
    Document file = written(market, Year.of(2026));
    assertTrue(
        file.getFirstChild().getNodeValue().contains("not confirmed"), "it must say what it is");
    NodeList lines = nodes("//*[local-name()='trLine']", file);
    assertEquals(String.valueOf(lines.getLength()), text("//transactions/linesCount", file));
    Map<String, BigDecimal> sums = new HashMap<>();
    BigDecimal debit = BigDecimal.ZERO;
    BigDecimal credit = BigDecimal.ZERO;
    for (int at = 0; at < lines.getLength(); at++) {
      Element line = (Element) lines.item(at);
      BigDecimal amount = new BigDecimal(child("amnt", line));
      boolean isDebit = child("amntTp", line).equals("D");
      debit = debit.add(isDebit ? amount : BigDecimal.ZERO);
      credit = credit.add(isDebit ? BigDecimal.ZERO : amount);
      sums.merge(child("accID", line), isDebit ? amount.negate() : amount, BigDecimal::add);
    }
    assertEquals(debit, new BigDecimal(text("//transactions/totalDebit", file)));
    assertEquals(credit, new BigDecimal(text("//transactions/totalCredit", file)));
    assertEquals(debit, credit);
    assertFalse(sums.isEmpty());
    sums.forEach((account, sum) -> assertEquals(
        BigDecimal.valueOf(market.demo.balance(new AccountId(account)), 2), sum, account));
    assertEquals("0", text("//openingBalance/linesCount", file));
  }

  /** What stands in a year opens the next. */
  @Test
  void aYearOpensWithTheOneBefore() throws Exception {
    AuditedMarket market = new AuditedMarket();
    Document file = written(market, Year.of(2027));
    assertEquals("0", text("//transactions/linesCount", file));
    assertEquals(
        text("//openingBalance/totalDebit", file), text("//openingBalance/totalCredit", file));
    long used = market.facts().ledger().accounts().stream()
        .filter(each -> each.balance().minorUnits() != 0)
        .count();
    assertEquals(String.valueOf(used), text("//openingBalance/linesCount", file));
  }

  private Document written(AuditedMarket market, Year year) throws Exception {
    Path file = folder.resolve("audit.xml");
    Ledger ledger = new Ledger();
    try (AuditFile form = new AuditFile(file, year, LocalDate.of(2026, 12, 1), "test")) {
      for (JournalEntry each : market.journal) {
        ledger.replay(each);
        form.take(each, each.leaf(), ledger);
      }
      form.finish("", ledger);
    }
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count(), "parts must be gone");
    }
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(file.toFile());
  }

  private NodeList nodes(String expression, Document file) throws Exception {
    return (NodeList) path.evaluate(expression, file, XPathConstants.NODESET);
  }

  /** Names without their namespace, each as a step. */
  private String text(String steps, Document file) throws Exception {
    return path.evaluate(steps.replaceAll("(\\w+)", "*[local-name()='$1']"), file);
  }

  private static String child(String name, Element of) {
    return of.getElementsByTagNameNS("*", name).item(0).getTextContent();
  }
}
