package org.omloop.ledger.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omloop.ledger.circulation.csv.LedgerText;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.MoneyPath;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.PathTracing;
import org.omloop.ledger.circulation.trace.Rule;

/**
 * Paths beside those of follow-the-money by Carolina Mattsson (MIT licence, beside the vectors), in millionths of a
 * unit, since it rounds to six decimals. Any offset will do.
 */
class FollowTheMoneyTest {
  private static final Path FOLDER = Path.of("../../shared/vectors/circulation/follow-the-money");
  private static final String BASE = "1_base_functionality";
  private static final String CUT = "8_time_cutoffs";
  private static final List<Offset> OFFSETS =
      List.of(Offset.hashed(), (id, whole) -> 0, (id, whole) -> whole - 1);
  private static final Pattern CELL = Pattern.compile("\"([^\"]*)\"|([^,\"]*)(?:,|$)");

  @BeforeAll
  static void findVectors() {
    assumeTrue(
        Files.exists(FOLDER), "SKIPPED: no follow-the-money vectors at " + FOLDER.toAbsolutePath());
  }

  @ParameterizedTest(name = "{0} under {1}")
  @CsvSource({"account,LIFO,14", "account,MIXED,20", "network,LIFO,6", "network,MIXED,8"})
  void pathsAreTheSame(String example, Rule rule, int count) throws IOException {
    Map<String, BigDecimal> expected =
        expected(BASE + "/output/" + example + "_flows_" + rule.wireName() + ".csv");
    assertEquals(count, expected.size());
    for (Offset offset : OFFSETS) {
      assertSame(expected, pieces(paths(BASE, example, rule, offset)));
    }
  }

  @ParameterizedTest(name = "{0} under {1}")
  @CsvSource({
    "acct_72.0hr,LIFO,16", "acct_72.0hr,MIXED,22", "acct_72.0hr_abs,LIFO,16",
    "acct_72.0hr_abs,MIXED,22", "ntwk_48.0hr,LIFO,8", "ntwk_48.0hr_abs,LIFO,9"
  })
  void pathsAreCutAtTheSameTime(String output, Rule rule, int count) throws IOException {
    Path file = FOLDER.resolve(CUT + "/output/" + output + "_flows_" + rule.wireName() + ".csv");
    assumeTrue(Files.exists(file), "SKIPPED: " + file + " was not published");
    Map<String, BigDecimal> expected = expected(FOLDER.relativize(file).toString());
    assertEquals(count, expected.size());
    String example = output.startsWith("acct") ? "account" : "network";
    long limit = (output.startsWith("acct") ? 72 : 48) * 3_600_000L;
    for (Offset offset : OFFSETS) {
      List<Found> cut = paths(CUT, example, rule, offset).stream()
          .flatMap(found -> cut(found.path(), limit, output.endsWith("abs")).stream()
              .map(piece -> new Found(piece, found.rows())))
          .toList();
      assertSame(expected, pieces(cut));
    }
  }

  private static List<MoneyPath> cut(MoneyPath path, long limit, boolean byAge) {
    return byAge ? path.cutByAge(limit) : path.cutByWait(limit);
  }

  private record Found(MoneyPath path, Rows rows) {}

  private static List<Found> paths(String folder, String example, Rule rule, Offset offset)
      throws IOException {
    Json config =
        Json.parse(Files.readString(FOLDER.resolve(folder + "/" + example + "_config.json")));
    List<String> header =
        config.at("transaction_header").list().stream().map(Json::text).toList();
    StringBuilder ledger = new StringBuilder();
    for (String line : Files.readAllLines(FOLDER.resolve(folder + "/" + example + "_txns.csv"))) {
      ledger
          .append(row(config.at("transaction_categories"), header, line.split(",")))
          .append('\n');
    }
    Rows rows = LedgerText.read(ledger.toString()).rows();
    return PathTracing.of(rows, rule, offset, rows.time(rows.size() - 1)).stream()
        .map(path -> new Found(path, rows))
        .toList();
  }

  /** One unit is a million minor units, which the file writes as 10,000.00. */
  private static String row(Json categories, List<String> header, String[] cells) {
    String category = categories.at(cells[header.indexOf("type")]).text();
    boolean isDeposit = category.equals("deposit");
    boolean isWithdrawal = category.equals("withdraw");
    String amount = new BigDecimal(cells[header.indexOf("amt")])
        .movePointRight(4)
        .setScale(2, RoundingMode.UNNECESSARY)
        .toPlainString();
    return String.join(
        ",",
        cells[header.indexOf("txn_ID")],
        cells[header.indexOf("timestamp")].replace(' ', 'T') + "Z",
        isDeposit ? "" : cells[header.indexOf("src_ID")],
        isWithdrawal ? "" : cells[header.indexOf("tgt_ID")],
        amount,
        isDeposit ? "issue" : isWithdrawal ? "redeem" : "purchase",
        "");
  }

  /** Returns amounts in units by start, end, rows, accounts inside and hours. */
  private static Map<String, BigDecimal> pieces(List<Found> all) {
    Map<String, BigDecimal> pieces = new TreeMap<>();
    for (Found found : all) {
      MoneyPath path = found.path();
      Rows rows = found.rows();
      List<String> ids = Arrays.stream(path.rows()).mapToObj(rows::id).toList();
      List<String> hours = Arrays.stream(path.waits())
          .mapToObj(wait -> hours(BigDecimal.valueOf(wait)
              .divide(BigDecimal.valueOf(3_600_000), 6, RoundingMode.HALF_EVEN)))
          .toList();
      List<String> accounts = new ArrayList<>();
      for (int row : path.rows()) {
        if (accounts.isEmpty() && rows.payer(row) >= 0) {
          accounts.add(rows.accounts().id(rows.payer(row)));
        }
        if (rows.payee(row) >= 0) {
          accounts.add(rows.accounts().id(rows.payee(row)));
        }
      }
      String start = path.start() == MoneyPath.Start.INFLOW ? "deposit" : "existing";
      String end = path.end() == MoneyPath.End.EXIT ? "withdraw" : "untracked";
      pieces.merge(
          start + " " + end + " " + ids + " " + accounts + " " + hours,
          BigDecimal.valueOf(path.amount(), 6),
          BigDecimal::add);
    }
    return pieces;
  }

  private static Map<String, BigDecimal> expected(String file) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(file));
    List<String> header = cells(lines.get(0));
    Map<String, BigDecimal> expected = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      String[] ends = inner(cells.get(header.indexOf("trj_categ"))).toArray(String[]::new);
      List<String> accounts = new ArrayList<>(inner(cells.get(header.indexOf("acct_IDs"))));
      // Those outside the circuit have no account of ours.
      if (ends[0].equals("deposit")) {
        accounts.remove(0);
      }
      if (ends[1].equals("withdraw")) {
        accounts.remove(accounts.size() - 1);
      }
      List<String> hours = inner(cells.get(header.indexOf("acct_durs"))).stream()
          .map(each -> hours(new BigDecimal(each)))
          .toList();
      expected.merge(
          ends[0] + " " + ends[1] + " " + inner(cells.get(header.indexOf("txn_IDs"))) + " "
              + accounts + " " + hours,
          new BigDecimal(cells.get(header.indexOf("trj_amt"))),
          BigDecimal::add);
    }
    return expected;
  }

  private static String hours(BigDecimal hours) {
    return hours.stripTrailingZeros().toPlainString();
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    Matcher matcher = CELL.matcher(line);
    int at = 0;
    while (at < line.length() && matcher.find(at)) {
      boolean isQuoted = matcher.group(1) != null;
      cells.add(isQuoted ? matcher.group(1) : matcher.group(2));
      at = matcher.end() + (isQuoted ? 1 : 0);
    }
    return cells;
  }

  private static List<String> inner(String list) {
    String items = list.substring(1, list.length() - 1);
    return items.isEmpty() ? List.of() : List.of(items.split(","));
  }

  private static void assertSame(Map<String, BigDecimal> expected, Map<String, BigDecimal> found) {
    assertFalse(expected.isEmpty());
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((path, amount) ->
        assertEquals(amount.doubleValue(), found.get(path).doubleValue(), 1.000001e-6, path));
  }
}
