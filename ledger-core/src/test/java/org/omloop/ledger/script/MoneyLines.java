package org.omloop.ledger.script;

import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.Purpose;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.Sha256;

/** The lines that move money; each begins with the order's label. */
final class MoneyLines {
  private static final List<String> VERBS = List.of(
      "pay",
      "refund",
      "redeem",
      "paid-out",
      "returned",
      "hold",
      "capture",
      "release",
      "issue",
      "grant",
      "levy",
      "seal",
      "statement");

  private final Scene scene;
  private final ScriptDriver driver;

  MoneyLines(Scene scene, ScriptDriver driver) {
    this.scene = scene;
    this.driver = driver;
  }

  static boolean know(String verb) {
    return VERBS.contains(verb);
  }

  Draft draft(String verb, ScriptLine line) {
    String label = line.word("order");
    return switch (verb) {
      case "pay" -> pay(label, line);
      case "refund" -> refund(label, line);
      case "redeem" -> redeem(label, line);
      case "paid-out" ->
        Draft.of(
            new Order.PaidOut(
                scene.terms(line, label), scene.order(line.word("redemption")), bank(line, label)),
            "chair");
      case "returned" ->
        Draft.of(
            new Order.Returned(
                scene.terms(line, label), scene.order(line.word("redemption")), bank(line, label)),
            "chair");
      case "hold" -> hold(label, line);
      case "capture" -> capture(label, line);
      case "release" -> release(label, line);
      case "issue" -> issue(label, line);
      case "grant" -> grant(label, line);
      case "levy" -> levy(label, line);
      case "seal" -> seal(label, line);
      default -> statement(label, line);
    };
  }

  private Draft pay(String label, ScriptLine line) {
    String from = line.word("payer");
    String to = line.word("payee");
    scene.payee(label, to);
    Amount amount = amount(line);
    return Draft.of(
        new Order.Pay(
            scene.terms(line, label),
            new AccountId(from),
            new AccountId(to),
            amount,
            line.option("request").map(name -> scene.request(name, new AccountId(to), amount)),
            line.option("memo").map(MoneyLines::hash)),
        from);
  }

  private Draft refund(String label, ScriptLine line) {
    String original = line.word("original");
    return Draft.of(
        new Order.Refund(
            scene.terms(line, label),
            scene.order(original),
            amount(line),
            line.option("memo").map(MoneyLines::hash)),
        scene.payee(original));
  }

  private Draft redeem(String label, ScriptLine line) {
    String from = line.word("account");
    Amount amount = amount(line);
    Purpose purpose = Purpose.named(line.word("purpose")).orElseThrow();
    return Draft.of(
        new Order.Redeem(
            scene.terms(line, label),
            new AccountId(from),
            amount,
            purpose,
            line.option("sector"),
            hash("iban of " + from)),
        from);
  }

  private Draft hold(String label, ScriptLine line) {
    String from = line.word("payer");
    String to = line.word("payee");
    scene.payee(label, to);
    return Draft.of(
        new Order.Hold(
            scene.terms(line, label),
            new AccountId(from),
            new AccountId(to),
            amount(line),
            scene.seconds(line.option("until", "1h"))),
        from);
  }

  private Draft capture(String label, ScriptLine line) {
    String hold = line.word("hold");
    scene.payee(label, scene.payee(hold));
    return Draft.of(
        new Order.Capture(scene.terms(line, label), scene.order(hold), amount(line)),
        scene.payee(hold));
  }

  private Draft release(String label, ScriptLine line) {
    String hold = line.word("hold");
    return Draft.of(
        new Order.Release(scene.terms(line, label), scene.order(hold)), scene.payee(hold));
  }

  private Draft issue(String label, ScriptLine line) {
    AccountId to = new AccountId(line.word("account"));
    return Draft.of(
        new Order.Issue(scene.terms(line, label), to, amount(line), bank(line, label)), "chair");
  }

  private Draft grant(String label, ScriptLine line) {
    String from = line.word("source");
    String to = line.word("account");
    scene.payee(label, to);
    return Draft.of(
        new Order.Grant(
            scene.terms(line, label),
            new AccountId(from),
            new AccountId(to),
            amount(line),
            line.option("programme", "city-pass")),
        from);
  }

  private Draft levy(String label, ScriptLine line) {
    String period = line.word("month");
    AccountId account = new AccountId(line.word("account"));
    return Draft.of(new Order.Levy(scene.terms(line, label), account, period), "server");
  }

  private Draft seal(String label, ScriptLine line) {
    long size = line.option("size").map(Long::parseLong).orElseGet(driver::size);
    String root = line.option("root").map(MoneyLines::hash).orElseGet(driver::balanceRoot);
    return Draft.of(new Order.Seal(scene.terms(line, label), size, root), "server");
  }

  private Draft statement(String label, ScriptLine line) {
    Terms terms = scene.terms(line, label);
    long number = Long.parseLong(line.word("number"));
    long opening = AmountText.read(line.word("opening balance"));
    long credits = AmountText.read(line.word("credits"));
    long debits = AmountText.read(line.word("debits"));
    return Draft.of(
        new Order.Statement(
            terms,
            line.option("iban", "NL02ABNA0123456789"),
            number,
            "2026-11-01",
            "2026-11-01",
            opening,
            credits,
            debits,
            opening + credits - debits,
            hash("file " + label)),
        "server");
  }

  private static Amount amount(ScriptLine line) {
    return Amount.of(AmountText.read(line.word("amount")));
  }

  private static String bank(ScriptLine line, String label) {
    return line.option("bank", "line-of-" + label);
  }

  private static String hash(String text) {
    return Base64Url.encode(Sha256.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }
}
