package org.omloop.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code omloop circulation} from file to output: what it says, where, and with which exit code. */
class CirculationCommandIT {
  private static final String HEADER = "id,time,from,to,amount,kind,refund_of\n";
  private static final String CHAIN = HEADER
      + "i1,0,,R,100.00,issue,\nt1,10,R,S,60.00,purchase,\nt2,20,S,B,50.00,b2b,\nx1,30,B,,50.00,redeem,\n";

  @TempDir
  private Path folder;

  private Path ledger;

  @BeforeEach
  void writeLedger() throws IOException {
    ledger = write("a.csv", CHAIN);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static CommandRun run(Object... arguments) {
    String[] texts = new String[arguments.length + 1];
    texts[0] = "circulation";
    for (int each = 0; each < arguments.length; each++) {
      texts[each + 1] = arguments[each].toString();
    }
    return CommandRun.of(texts);
  }

  private static void assertUnusable(String line, CommandRun run) {
    assertEquals(line + System.lineSeparator(), run.err());
    assertEquals("", run.out());
    assertEquals(2, run.exitCode());
  }

  @Test
  void jsonHasEveryKeyInItsOrder() {
    CommandRun run = run(ledger, "--until", "40", "--json");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.err());
    JsonObject report = new JsonObject(run.out());
    assertEquals(
        List.of(
            "format",
            "detail",
            "input",
            "window",
            "books",
            "volume",
            "moved",
            "moneyDays",
            "meanStock",
            "velocityPerYear",
            "spentPerIssued",
            "chainMultiplier",
            "throughflow",
            "sleepingDays",
            "sleepingShare",
            "circularShare",
            "rules",
            "breakdown"),
        List.copyOf(report.fieldNames()));
    assertEquals(11.471429, report.getDouble("velocityPerYear"));
    assertEquals(
        "a6fc738794b854952a0ad418601a0e351008368e8221503ae4481acddef6ef2f",
        report.getJsonObject("input").getString("sha256"));
    assertEquals(
        List.of("fifo", "lifo", "mixed"),
        List.copyOf(report.getJsonObject("rules").fieldNames()));
  }

  @Test
  void theSameFileAndOptionsGiveTheSameBytes() {
    assertEquals(run(ledger, "--json").out(), run(ledger, "--json").out());
  }

  @Test
  void oneRuleCanBeKept() {
    CommandRun run = run(ledger, "--rule", "lifo", "--json");
    assertEquals(
        Set.of("lifo"), new JsonObject(run.out()).getJsonObject("rules").fieldNames());
  }

  @Test
  void theSummaryIsForPeople() {
    CommandRun run = run(ledger, "--until", "40");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("is inside                50.00   on average 87.50"), run.out());
    assertTrue(
        run.out()
            .contains("LM3 in the circuit, 1 + P(h ≥ 1) + P(h ≥ 2)       2.10      2.10      2.10"),
        run.out());
    assertTrue(run.out().contains("sleeping                     ."), run.out());
  }

  @Test
  void accountsGiveOwnersAndABreakdown() throws IOException {
    Path accounts = write(
        "accounts.csv", "account,owner,role,sector,area\nR,r,resident,,\nS,s,firm,,\nB,s,firm,,\n");
    JsonObject report =
        new JsonObject(run(ledger, "--accounts", accounts, "--json").out());
    assertEquals(6000, report.getJsonObject("volume").getLong("net"));
    assertEquals(5000, report.getJsonObject("moved").getLong("own"));
    assertEquals(
        "[[\"resident\",\"firm\",6000]]",
        report.getJsonObject("breakdown").getJsonArray("role").encode());
    assertEquals(
        "[[\"firm\",\"redeem\",5000]]",
        report.getJsonObject("breakdown").getJsonArray("exitsByRole").encode());
  }

  @Test
  void aBadRowIsNamedAndNothingElseIsSaid() throws IOException {
    Path bad = write("bad.csv", CHAIN.replace("x1,30,B,,50.00", "x1,30,B,,60.00"));
    assertUnusable(bad + ": row 5: account B holds 50.00 and cannot pay 60.00", run(bad, "--json"));
    assertUnusable(
        bad + ": row 5: account B holds 50.00 and cannot pay 60.00", run(bad, "--until", "1"));
  }

  @Test
  void aBadRowOfTheAccountsFileIsNamedTheSameWay() throws IOException {
    Path accounts = write("accounts.csv", "account,owner,role,sector,area\nR,,,,\n");
    assertUnusable(accounts + ": row 2: the owner is empty", run(ledger, "--accounts", accounts));
  }

  @Test
  void anEndHasTheFormOfTheFileAndIsNotBeforeItsFirstRow() throws IOException {
    assertUnusable(
        "--until 2026-03-01T00:00:00Z: not a time as in " + ledger + ", such as 30",
        run(ledger, "--until", "2026-03-01T00:00:00Z"));
    Path dated = write("dated.csv", HEADER + "i1,2026-03-01T01:00:00+01:00,,R,1.00,issue,\n");
    assertUnusable(
        "--until 2026-02-28T23:59:59.999Z: the first row of " + dated
            + " is at 2026-03-01T00:00:00Z",
        run(dated, "--until", "2026-02-28T23:59:59.999Z"));
    JsonObject window = new JsonObject(
            run(dated, "--until", "2026-03-03T12:00:00Z", "--json").out())
        .getJsonObject("window");
    assertEquals("2026-03-01T00:00:00Z", window.getString("from"));
    assertEquals("2026-03-03T12:00:00Z", window.getString("until"));
    assertEquals(2.5, window.getDouble("days"));
  }

  @Test
  void aFileThatIsNotThereIsSaidInOneLine() {
    Path missing = folder.resolve("missing.csv");
    assertUnusable(missing + ": cannot be read: " + missing + " is not there", run(missing));
    assertUnusable(
        missing + ": cannot be read: " + missing + " is not there",
        run(ledger, "--accounts", missing));
  }

  @Test
  void wrongUseIsExitCodeTwo() {
    for (CommandRun run : List.of(run(), run(ledger, "--rule", "hifo"), run(ledger, "--fast"))) {
      assertEquals(2, run.exitCode());
      assertEquals("", run.out());
    }
  }

  @Test
  void aHeaderAloneIsALedger() throws IOException {
    CommandRun run = run(write("empty.csv", HEADER));
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("Period   none: there are no rows"), run.out());
  }

  @Test
  void helpTellsTheExitCodes() {
    assertTrue(run("--help").out().contains("Exit code 0: measured"));
  }
}
