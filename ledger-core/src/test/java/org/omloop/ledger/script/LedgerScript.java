package org.omloop.ledger.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.signing.SigningKey;

/**
 * A text table that says, line by line, what is ordered and what comes of it.
 *
 * <pre>{@code
 * found     operators=chair:operate,clerk:approve fundAccount=pot  # first line, if at all; options at,
 *                                                                  #   enrolled, until, and any setting
 * at        2026-11-02T09:00                                       # sets the clock (UTC), which begins here
 * later     1h                                                     # also 90s, 5m, 2d, -1h
 * open      anna resident                                          # and enrols the key "anna"; or organisation, social,
 * open      pot fund                                               #   treasury, fund; options sector, area, type,
 * open      ben resident invite=later                              #   rights, code, until, invite=now|later|none
 * close     anna
 * suspend   anna
 * resume    anna
 * classify  anna resident level=1                                  # options sector, area
 * limit     bakery 50.00                                           # signed by chair+treasurer
 * key       till on bakery rights=receive,refund per-day=50.00 by bakery   # options holder, label, per-order, code
 * revoke    till on bakery by bakery
 * policy    giftsBetweenResidents=true effective=1d                # signed by chair+treasurer
 * programme spring on city 50.00 ends=30d                           # signed by chair+treasurer; options starts,
 *                                                                  #   per-person, partners, bonus, areas, sectors
 * issue     i1  anna             10.00  posted                     # signed by chair; option bank
 * grant     g1  city -> anna     10.00  by city-1+city-2
 * pay       p1  anna -> bakery   10.01  refused insufficient-funds # options request=NAME, memo
 * refund    r1  p1                1.00                             # signed by the payee
 * redeem    e1  bakery            5.00  supplier
 * paid-out  b1  e1                                                 # signed by chair; option bank; also "returned"
 * hold      h1  anna -> bakery    5.00  until=1h
 * capture   c1  h1                4.00                             # signed by the payee; also "release"
 * levy      l1  2026-10 anna                                       # signed by the server, as are the next two
 * seal      s1                                                     # options size, root
 * statement t1  1  0.00 10.00 0.00                                 # number, opening, credits, debits; option iban
 * balance   anna     4.99
 * available anna     4.99
 * earmarked anna     0.00
 * }</pre>
 *
 * <p>Every order takes the options {@code ledger}, {@code iat}, {@code exp} and, where it has no label, {@code as}; and
 * the names of its signers, {@code by chair+treasurer}. A label used again means the same order: the same bytes where
 * the line says the same. What comes of it is {@code posted} (the default), {@code posted as wage}, {@code refused
 * insufficient-funds}, {@code replayed}, {@code conflicting}, or {@code unsigned}.
 */
public final class LedgerScript {
  private final Scene scene;
  private final ScriptDriver driver;
  private final MoneyLines money;
  private final OfficeLines office;

  private LedgerScript(String script, ScriptDriver driver) {
    this.scene = new Scene(script);
    this.driver = driver;
    this.money = new MoneyLines(scene, driver);
    this.office = new OfficeLines(scene);
  }

  /** Runs a script on the driver of this build; throws {@link AssertionError} at the first line that does not hold. */
  public static void run(String script) {
    run(script, driver());
  }

  /** Runs a script on a driver, and closes the driver. */
  public static void run(String script, ScriptDriver driver) {
    try (driver) {
      new LedgerScript(script, driver).run(lines(script));
    }
  }

  /** Runs a script on the core and returns the journal it makes. */
  public static List<JournalEntry> journal(String script) {
    CoreDriver driver = new CoreDriver();
    run(script, driver);
    return driver.journal();
  }

  private static ScriptDriver driver() {
    return Optional.ofNullable(System.getProperty(ScriptDriver.PROPERTY))
        .map(LedgerScript::load)
        .orElseGet(CoreDriver::new);
  }

  private static ScriptDriver load(String factory) {
    try {
      return ((ScriptDriver.Factory)
              Class.forName(factory).getDeclaredConstructor().newInstance())
          .create();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no such script driver: " + factory, e);
    }
  }

  private static List<ScriptLine> lines(String script) {
    List<ScriptLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : script.lines().toList()) {
      ScriptLine.read(++number, line).ifPresent(lines::add);
    }
    return lines;
  }

  private void run(List<ScriptLine> lines) {
    if (lines.isEmpty() || !lines.get(0).verb().equals("found")) {
      found(ScriptLine.read(0, "found").orElseThrow());
    }
    for (ScriptLine line : lines) {
      try {
        run(line.verb(), line);
      } catch (RuntimeException e) {
        throw new IllegalStateException(line + ": " + e.getMessage(), e);
      } catch (AssertionError e) {
        throw new AssertionError(line + ": " + e.getMessage(), e);
      }
    }
  }

  private void run(String verb, ScriptLine line) {
    switch (verb) {
      case "found" -> found(line);
      case "at", "later" -> go(line);
      case "balance" -> check(line, driver.balance(new AccountId(line.word("account"))));
      case "available" -> check(line, driver.available(new AccountId(line.word("account"))));
      case "earmarked" -> check(line, driver.earmarked(new AccountId(line.word("account"))));
      case "open" -> open(line);
      default -> submit(line, draft(verb, line));
    }
  }

  private void go(ScriptLine line) {
    scene.go(MomentText.read(line.word("moment"), scene.now()));
    line.end();
    driver.at(scene.now());
  }

  private void check(ScriptLine line, long actual) {
    String expected = line.word("amount");
    line.end();
    assertEquals(expected, AmountText.write(actual));
  }

  private Draft draft(String verb, ScriptLine line) {
    if (MoneyLines.know(verb)) {
      return money.draft(verb, line);
    }
    if (OfficeLines.know(verb)) {
      return office.draft(verb, line);
    }
    throw new IllegalArgumentException("there is no verb " + verb);
  }

  private void submit(ScriptLine line, Draft draft) {
    line.end();
    List<String> signers = line.signers().isEmpty() ? draft.signers() : line.signers();
    expect(line, submit(draft.order(), signers));
  }

  private Answer submit(Order order, List<String> signers) {
    List<SigningKey> keys = signers.stream().map(scene::key).toList();
    return driver.submit(SignedOrder.sign(order, keys));
  }

  private static void expect(ScriptLine line, Answer answer) {
    String expected = line.expected();
    requireKnown(expected);
    if (!(expected.equals("posted") && answer.verdict() == Answer.Verdict.POSTED)) {
      assertEquals(expected, answer.toString());
    }
  }

  /** A misspelt reason or kind would otherwise be reported as a decision that does not hold. */
  private static void requireKnown(String expected) {
    boolean known =
        switch (expected.split(" ")[0]) {
          case "refused" -> Refusal.named(expected.replaceFirst("refused ", "")).isPresent();
          case "posted" ->
            expected.equals("posted")
                || EntryKind.named(expected.replaceFirst("posted as ", "")).isPresent();
          default -> !expected.contains(" ");
        };
    if (!known) {
      throw new IllegalArgumentException("expects what does not exist: " + expected);
    }
  }

  /** Opens an account; where that is expected to work and its holder is invited now, the holder's key answers at once. */
  private void open(ScriptLine line) {
    boolean member = !line.toString().matches(".* (treasury|fund)\\b.*");
    String invite = line.option("invite", member ? "now" : "none");
    Draft draft = office.open(invite, line);
    submit(line, draft);
    Order.Open open = (Order.Open) draft.order();
    if (invite.equals("now") && line.expected().startsWith("posted")) {
      String name = open.account().value();
      open.invitation()
          .ifPresent(each -> enrol(name, open.account(), Scene.code(name), each.rights()));
    }
  }

  private void found(ScriptLine line) {
    line.option("at").ifPresent(at -> scene.go(MomentText.read(at, scene.now())));
    Map<String, Set<Right>> operators =
        operators(line.option("operators", "chair:operate,treasurer:operate"));
    String enrolled = line.option("enrolled", String.join(",", operators.keySet()));
    long until = office.until(line);
    List<Invitation> invitations = operators.entrySet().stream()
        .map(each -> OfficeLines.invitation(
            each.getKey(), Scene.code(each.getKey()), each.getValue(), until))
        .toList();
    driver.found(new Founding(
        Scene.ORIGIN, scene.now(), scene.key("server"), invitations, OfficeLines.settings(line)));
    line.end();
    names(enrolled)
        .forEach(name -> enrol(name, Ledger.OPERATOR, Scene.code(name), operators.get(name)));
  }

  /** Reads {@code chair:operate,clerk:approve}. */
  private static Map<String, Set<Right>> operators(String list) {
    Map<String, Set<Right>> operators = new LinkedHashMap<>();
    for (String each : names(list)) {
      String[] nameAndRight = each.split(":");
      operators.put(nameAndRight[0], OfficeLines.rights(nameAndRight[1]));
    }
    return operators;
  }

  private void enrol(String name, AccountId account, String code, Set<Right> rights) {
    Draft draft = office.enrolment(name, account, code, rights);
    assertEquals("posted as key-add", submit(draft.order(), draft.signers()).toString(), name);
  }

  private static List<String> names(String list) {
    return Arrays.asList(list.split(","));
  }
}
