package org.omloop.server.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.order.Invitation;
import org.omloop.server.Chore;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;
import org.omloop.server.areas.Areas;
import org.omloop.server.demo.IntentOrders;
import org.omloop.server.demo.Keyring;
import org.omloop.server.demo.MarketCalendar;
import org.omloop.server.demo.OperatorCode;
import org.omloop.server.demo.bank.BankCounter;
import org.omloop.server.demo.market.MarketPlan;
import org.omloop.server.demo.market.PlannedFigures;
import org.omloop.server.demo.neighbourhood.Neighbourhood;
import org.omloop.server.demo.people.PeopleDesk;
import org.omloop.server.demo.play.Market;
import org.omloop.server.demo.play.MarketClock;
import org.omloop.server.demo.play.UnexpectedOutcome;
import org.omloop.server.founding.Foundation;
import org.omloop.server.founding.ServerKeys;
import org.omloop.server.http.HttpSettings;
import org.omloop.server.postgres.DatabaseSettings;
import org.omloop.server.sequencer.BookingClock;
import org.omloop.server.sequencer.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code omloop demo}: a whole neighbourhood, played through the real server. */
@Command(
    name = "demo",
    description = {
      "Runs a neighbourhood of invented people and shops on a real server: market days",
      "are played through the HTTP API in seconds, each order signed with its own key.",
      "Then a summary, and slow live traffic until Ctrl-C."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final String ORIGIN = "demo.omloop.example/oost";
  private static final long CODE_LIFE_SECONDS = 30L * 24 * 60 * 60;
  private static final int LONGEST_DAYS = 3_650;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder to keep the demo's ledger in; it must hold none yet (default: omloop-demo, begun anew;"
              + " for root in a folder of its own, /var/lib/omloop-demo).")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on (default: 8080, or a free one when that is taken).")
  private @Nullable Integer port;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "Market days to play, 1 to 3650 (default: ${DEFAULT-VALUE}); 365 show a year with its seasons,"
              + " programmes, newcomers, votes on the fund and bank statements.")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "7",
      description =
          "Same seed, same market (default: ${DEFAULT-VALUE}); from 92 days on, in the same week.")
  private long seed;

  @Option(
      names = "--unread",
      description =
          "Leave the bank's statements unread in bank/statements of the data folder, to be brought in at once.")
  private boolean unread;

  @Option(names = "--exit", description = "Stop after the summary.")
  private boolean exit;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the figures to a file, amounts in minor units.")
  private @Nullable Path json;

  private boolean isTemporary;

  @Override
  public Integer call() throws InterruptedException {
    if (days < 1 || days > LONGEST_DAYS) {
      throw new ParameterException(spec.commandLine(), "--days must be 1 to " + LONGEST_DAYS);
    }
    if (port != null) {
      PortRange.require(port, spec);
    }
    Path kept = data;
    if (kept != null) {
      return run(kept);
    }
    try (DemoFolder folder = DemoFolder.open()) {
      isTemporary = folder.temporary().isPresent();
      return run(folder.path());
    }
  }

  private int run(Path folder) throws InterruptedException {
    Neighbourhood neighbourhood = Neighbourhood.grow(seed);
    LocalDate today = LocalDate.now(MarketCalendar.ZONE);
    LocalDate firstDay = MarketCalendar.plannedStart(today, days);
    MarketPlan plan = MarketPlan.of(neighbourhood, seed, firstDay, days);
    PeopleDesk desk = new PeopleDesk(neighbourhood, Keyring.of(neighbourhood, seed), ORIGIN);
    MarketCalendar calendar = MarketCalendar.before(firstDay, today, days);
    MarketClock clock = new MarketClock(Market.start(plan, calendar), BookingClock.ofThisMachine());
    CompletableFuture<PlannedFigures> planned = CompletableFuture.supplyAsync(plan::figures);
    say("Starting a server with its own PostgreSQL …");
    BankCounter counter = new BankCounter(IntentOrders.RESERVE_IBAN);
    try (Server server = start(folder, clock, List.of(desk, counter))) {
      return play(server, folder, plan, planned, calendar, clock, desk, counter);
    }
  }

  private int play(
      Server server,
      Path folder,
      MarketPlan plan,
      CompletableFuture<PlannedFigures> figures,
      MarketCalendar calendar,
      MarketClock clock,
      PeopleDesk desk,
      BankCounter counter)
      throws InterruptedException {
    ServerKeys keys = ServerKeys.in(folder.resolve("keys"), false);
    try (Market market = new Market(
        plan,
        calendar,
        clock,
        server.address(),
        keys.server(),
        folder.resolve("bank"),
        counter,
        !unread)) {
      say("Enrolling the neighbourhood …");
      market.enrol(codes(server.codes(), Market.start(plan, calendar).getEpochSecond()));
      market.introduce();
      PlannedFigures planned = figures.join();
      market.playDays(new ProgressBar(
          spec.commandLine().getErr(), "Playing " + days + " days", planned.intents())::show);
      market.catchUp();
      DemoSummary summary =
          new DemoSummary(market.figures(), server.books().figures().figures().redeemedByPurpose());
      print(summary.text());
      TextFile.write(json, summary.json());
      compare(summary, planned);
      print(whatToDoWith(folder));
      if (!exit) {
        desk.open(order -> server.books().submit(order).map(Outcome::isPosted));
        print(addresses(server.address()));
        goOn(market);
      }
      return summary.closes() ? 0 : 1;
    } catch (UnexpectedOutcome e) {
      throw new CannotRun(
          e.getMessage() == null ? "the demo did not go as planned" : e.getMessage(), e);
    }
  }

  private static void goOn(Market market) {
    try {
      market.goOn(Duration.ofSeconds(2));
    } catch (InterruptedException toldToStop) {
      // Then there is nothing more to do but to close.
    }
  }

  private Server start(Path folder, MarketClock clock, List<Consumer<Router>> forVisitors) {
    ServerConfig config = ServerConfig.in(folder)
        .with(DatabaseSettings.fromEnvironment(System.getenv()))
        .with(HttpSettings.UNLIMITED.naming(Areas.ofDemo()))
        .founding(settings())
        .booking(Set.of(Chore.SEAL)) // the plan has its own levies
        .by(clock);
    Server server = Server.start(config.at("127.0.0.1", portToUse()), forVisitors, this::lost);
    if (server.codes().isEmpty()) {
      server.close();
      throw new CannotRun(folder + " already holds a ledger; the demo needs a new folder."
          + " To go on with it as it is: omloop serve --data " + folder);
    }
    return server;
  }

  /** Nobody who did not ask for a port should have to care that another program has it. */
  private int portToUse() {
    if (port != null) {
      return port;
    }
    try (ServerSocket free =
        new ServerSocket(ServerConfig.DEFAULT_PORT, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException taken) {
      return 0;
    }
  }

  private void lost(Throwable cause) {
    say("The server stopped: " + cause.getMessage());
    Runtime.getRuntime().halt(1);
  }

  private static JsonObject settings() {
    JsonArray operators = new JsonArray();
    for (String holder : List.of("chair", "treasurer")) {
      operators.add(new JsonObject()
          .put("holder", holder)
          .put("label", "desk")
          .put("rights", new JsonArray().add("approve").add("audit").add("operate")));
    }
    return new JsonObject()
        .put("origin", ORIGIN)
        .put("name", "Kring Oost")
        .put("operators", operators)
        .put(
            "settings",
            new JsonObject()
                .put("reserveIban", IntentOrders.RESERVE_IBAN)
                .put("reserveName", "Coöperatie Omloop Oost U.A."));
  }

  private static List<OperatorCode> codes(List<Foundation.OperatorCode> codes, long now) {
    return codes.stream()
        .map(each -> new OperatorCode(
            each.code(),
            new Invitation(
                Invitation.hash(each.code()),
                each.holder(),
                each.label(),
                rights(each.rights()),
                now + CODE_LIFE_SECONDS)))
        .toList();
  }

  private static Set<Right> rights(List<String> names) {
    return names.stream()
        .map(name -> Right.valueOf(name.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
  }

  private static void compare(DemoSummary summary, PlannedFigures planned) {
    boolean same = summary.amount("issued") == planned.issued()
        && summary.amount("granted") == planned.granted()
        && summary.amount("spent") == planned.spent()
        && summary.amount("refunded") == planned.refunded()
        && summary.amount("redeemed") == planned.redeemed()
        && summary.amount("outstanding") == planned.outstanding();
    if (!same) {
      throw new UnexpectedOutcome("the figures are not those of the plan: " + planned);
    }
  }

  private String whatToDoWith(Path folder) {
    if (isTemporary) {
      return "\nThis ledger is gone when the demo ends; keep one with --data DIR.";
    }
    String which = data == null ? "" : " --data " + folder;
    return String.join(
        "\n",
        "",
        "Check it yourself: the ledger is in " + folder,
        "  ./omloop export --out books" + which + "   writes the journal to the folder books",
        "  ./omloop verify books" + " ".repeat(which.length())
            + "         works everything out again, from the files alone");
  }

  private static String addresses(String address) {
    return String.join(
        "\n",
        "",
        "Open in a browser",
        "  " + address + "/              the start page: live figures, and people to be",
        "  " + address + "/docs/api      the API, to read and to try",
        "  " + address + "/log/checkpoint  the signed head of the log",
        "  " + address + "/health        is all well?",
        "",
        "The market goes on slowly. Ctrl-C stops it.",
        "");
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }

  private void say(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(text);
    err.flush();
  }
}
