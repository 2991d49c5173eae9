package org.omloop.server;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.omloop.ledger.checkpoint.LogKey;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.bank.BankDesk;
import org.omloop.server.bank.BankFolder;
import org.omloop.server.bank.BankFollower;
import org.omloop.server.bank.BankStore;
import org.omloop.server.bank.StatementOrders;
import org.omloop.server.bank.Vault;
import org.omloop.server.circulation.LiveCirculation;
import org.omloop.server.circulation.Looks;
import org.omloop.server.founding.Foundation;
import org.omloop.server.founding.FoundingFailed;
import org.omloop.server.founding.ServerKeys;
import org.omloop.server.http.Api;
import org.omloop.server.http.HttpFront;
import org.omloop.server.http.Surroundings;
import org.omloop.server.http.identity.MemberLines;
import org.omloop.server.identity.Applications;
import org.omloop.server.identity.BankAccounts;
import org.omloop.server.identity.Erasures;
import org.omloop.server.identity.KeptPerson;
import org.omloop.server.identity.Mailboxes;
import org.omloop.server.identity.MasterKey;
import org.omloop.server.identity.People;
import org.omloop.server.notices.Mailer;
import org.omloop.server.notices.Notices;
import org.omloop.server.postgres.BankTables;
import org.omloop.server.postgres.BatchTable;
import org.omloop.server.postgres.CirculationTables;
import org.omloop.server.postgres.Closings;
import org.omloop.server.postgres.Database;
import org.omloop.server.postgres.DatabaseWatch;
import org.omloop.server.postgres.DecisionTable;
import org.omloop.server.postgres.JournalReader;
import org.omloop.server.postgres.JournalStore;
import org.omloop.server.postgres.MailboxTable;
import org.omloop.server.postgres.MemberTable;
import org.omloop.server.postgres.NoticeTable;
import org.omloop.server.postgres.OfferTable;
import org.omloop.server.postgres.PaymentRequests;
import org.omloop.server.postgres.PersonTables;
import org.omloop.server.postgres.ProposalTable;
import org.omloop.server.postgres.RetentionTable;
import org.omloop.server.postgres.StickerTable;
import org.omloop.server.postgres.WebhookTable;
import org.omloop.server.postgres.folder.DataFolder;
import org.omloop.server.retention.Retention;
import org.omloop.server.sequencer.Sequencer;
import org.omloop.server.web.WebPages;
import org.omloop.server.webhooks.DeliveryLoop;
import org.omloop.server.webhooks.Sender;
import org.omloop.server.webhooks.WebhookStore;

/**
 * One currency's server: its data folder, its database, its books and its HTTP counter, opened in that order and
 * closed in the other.
 *
 * <p>Confined to the thread that starts it, but for {@link #close}, which the end of the process calls too. Both block.
 */
public final class Server implements AutoCloseable {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private final Deque<Runnable> closing = new ArrayDeque<>();
  private final Measurements measurements = new Measurements();
  private final ServerConfig config;
  private final Consumer<Throwable> end;
  private final List<Consumer<Router>> more;
  private final Thread atShutdown = new Thread(this::close, "shutdown");
  private volatile boolean isClosing;
  private List<Foundation.OperatorCode> codes = List.of();
  private volatile int port; // written by the thread that starts, read by those that write mail
  private Optional<Bookkeeping> books = Optional.empty();
  private Optional<Database> database = Optional.empty();

  private Server(ServerConfig config, List<Consumer<Router>> more, Consumer<Throwable> end) {
    this.config = config;
    this.more = more;
    this.end = cause -> {
      if (!isClosing) {
        end.accept(cause);
      }
    };
  }

  /**
   * Starts a server and returns once it answers.
   *
   * @param end is told when the writer cannot go on; the process should then end
   * @throws RuntimeException whose message is one line for the operator, when something is in the way
   */
  public static Server start(ServerConfig config, Consumer<Throwable> end) {
    return start(config, List.of(), end);
  }

  /**
   * The same with further addresses.
   *
   * @param more adds routes, called on each event loop that serves
   */
  public static Server start(
      ServerConfig config, List<Consumer<Router>> more, Consumer<Throwable> end) {
    return new Server(config, List.copyOf(more), end).opened(Server::open);
  }

  /**
   * Starts a server on a database that runs already and stays the caller's; of the data folder it uses the keys alone.
   */
  public static Server start(ServerConfig config, Database database, Consumer<Throwable> end) {
    return new Server(config, List.of(), end).opened(server -> server.open(database));
  }

  /** Whoever closes meanwhile, such as a shutdown, waits: half a start would leave a database running. */
  private synchronized Server opened(Consumer<Server> open) {
    Runtime.getRuntime().addShutdownHook(atShutdown);
    try {
      open.accept(this);
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void open() {
    DataFolder folder = DataFolder.open(config.data());
    closing.push(folder::close);
    Database started = Database.start(folder, config.database());
    closing.push(started::close);
    open(started);
  }

  private void open(Database database) {
    this.database = Optional.of(database);
    Vertx vertx = measurements.vertx();
    closing.push(() -> await(vertx.close()));
    JournalReader reader = new JournalReader(vertx, database);
    Optional<String> origin = origin(reader);
    ServerKeys keys = ServerKeys.in(config.data().resolve("keys"), origin.isEmpty());
    String name = origin.orElseGet(this::newOrigin);
    Bookkeeping books = new Bookkeeping(
        new JournalStore(vertx, database),
        reader,
        LogKey.of(name, keys.log()),
        config.clock(),
        config.capacity(),
        due(name, keys),
        end);
    this.books = Optional.of(books);
    await(books.open(vertx));
    DatabaseWatch.begin(vertx, database);
    WebhookStore webhooks = new WebhookTable(vertx, database);
    tell(vertx, books, keys, webhooks);
    BankStore bankStore = new BankTables(vertx, database, new Vault(keys.server()));
    BankDesk bank = bank(vertx, books, keys, bankStore);
    follow(vertx, bank, bankStore);
    CirculationTables tables = new CirculationTables(vertx, database);
    LiveCirculation circulation = LiveCirculation.open(
        vertx,
        JournalReader.alone(vertx, database)::leaves,
        books.directory()::treeSize,
        tables,
        Clock.systemUTC());
    closing.push(() -> await(circulation.close()));
    Mailing mailing = new Mailing(vertx, config.mail(), config.data().resolve("outbox"));
    Mailer mailer = mailing.mailer();
    Surroundings around = surroundings(
        vertx, books, keys, database, webhooks, circulation, tables, bank, bankStore, mailer);
    listen(vertx, around);
    mailing.loops(around, mailer, this::address).forEach(loop -> deploy(vertx, loop));
    if (origin.isEmpty()) {
      found(books, keys); // last: a ledger is founded once, and its codes are told once
    }
  }

  /** What the server books of itself: what is over first, as it is of what was there before the day began. */
  private Sequencer.Due due(String origin, ServerKeys keys) {
    OwnOrders orders = new OwnOrders(origin, keys.server());
    DailySeal seal = new DailySeal(orders);
    Levies levies = new Levies(orders);
    Bonuses bonuses = new Bonuses(orders, keys.server().publicKey().keyId());
    return (ledger, now) -> {
      List<SignedOrder> due = new ArrayList<>();
      if (config.chores().contains(Chore.SEAL)) {
        seal.due(ledger, now).ifPresent(due::add);
      }
      if (config.chores().contains(Chore.LEVY)) {
        due.addAll(levies.due(ledger, now));
      }
      return due.isEmpty() ? bonuses.due(ledger, now).stream().toList() : due;
    };
  }

  private void tell(Vertx vertx, Bookkeeping books, ServerKeys keys, WebhookStore webhooks) {
    DeliveryLoop loop = new DeliveryLoop(
        webhooks,
        new Sender(vertx, config.webhooks()),
        config.webhooks().rule(),
        books.directory()::genesis,
        keys.server(),
        Clock.systemUTC());
    deploy(vertx, loop);
  }

  private BankDesk bank(Vertx vertx, Bookkeeping books, ServerKeys keys, BankStore store) {
    StatementOrders orders = new StatementOrders(
        () -> books.directory().genesis().orElseThrow().terms().ledger(),
        keys.server(),
        () -> config.clock().getAsLong() / MICROS_PER_SECOND);
    return new BankDesk(
        vertx,
        store,
        orders,
        books.directory()::policy,
        books.directory()::genesis,
        books.directory()::lastStatement,
        books::submit,
        () -> Clock.systemUTC().instant().getEpochSecond());
  }

  private void follow(Vertx vertx, BankDesk bank, BankStore store) {
    deploy(vertx, new BankFollower(store, bank));
    config.bankFolder().ifPresent(folder -> deploy(vertx, new BankFolder(folder, bank)));
  }

  private void deploy(Vertx vertx, VerticleBase verticle) {
    String deployed = await(vertx.deployVerticle(verticle));
    closing.push(() -> await(vertx.undeploy(deployed)));
  }

  private void listen(Vertx vertx, Surroundings around) {
    Api api = Api.create(vertx, config.http(), around);
    WebPages pages = WebPages.load();
    List<Consumer<Router>> mounts = new ArrayList<>(List.of(api::mount, pages::mount));
    mounts.addAll(more);
    HttpFront first = new HttpFront(config.host(), config.port(), mounts);
    try {
      deploy(vertx, first);
    } catch (RuntimeException e) {
      throw CannotListen.because(e, config.host(), config.port());
    }
    port = first.actualPort();
  }

  private Surroundings surroundings(
      Vertx vertx,
      Bookkeeping books,
      ServerKeys keys,
      Database database,
      WebhookStore webhooks,
      LiveCirculation circulation,
      Looks looks,
      BankDesk bank,
      BankStore bankStore,
      Mailer mailer) {
    PersonTables persons = new PersonTables(vertx, database);
    Optional<KeptPerson> somebody = await(persons.anybody());
    MasterKey master = MasterKey.in(config.data().resolve("keys"), somebody.isEmpty());
    somebody.ifPresent(master::requireOpens);
    People people = new People(persons, master, Clock.systemUTC());
    Notices notices = new Notices(
        new NoticeTable(vertx, database), people, mailer, config.mail().clock());
    MemberTable members = new MemberTable(vertx, database);
    StickerTable stickers = new StickerTable(vertx, database);
    PaymentRequests requests = new PaymentRequests(vertx, database);
    MemberLines memberLines = new MemberLines(people, bankStore);
    Erasures erasures = new Erasures(
        people,
        keys.server(),
        List.of(
            members::forget,
            stickers::forget,
            webhooks::forget,
            requests::forget,
            notices::forget,
            memberLines::forget));
    Retention retention = new Retention(
        new Applications(people, id -> books.directory().account(id).isPresent()),
        people,
        erasures,
        new RetentionTable(vertx, database, new Vault(keys.server())),
        () -> books.directory().genesis().orElseThrow().terms().ledger(),
        keys.server(),
        Clock.systemUTC());
    Mailboxes mailboxes =
        new Mailboxes(people, new MailboxTable(vertx, database), config.mail().clock());
    retention.begin(vertx, () -> mailboxes.forgetFormer().compose(forgotten -> notices.prune()));
    BankAccounts bankAccounts = new BankAccounts(persons, master, Clock.systemUTC());
    HealthChecks readiness = HealthChecks.create(vertx);
    readiness.register(
        "journal",
        answer -> books.reader().ping().map(Status.OK()).otherwise(Status.KO()).onComplete(answer));
    readiness.register(
        "writer", answer -> answer.complete(books.takesOrders() ? Status.OK() : Status.KO()));
    return new Surroundings(
        books.directory(),
        books::submit,
        new BooksView(books),
        books.feed(),
        requests,
        new OfferTable(vertx, database),
        members,
        stickers,
        new ProposalTable(vertx, database),
        bank,
        bankStore,
        new DecisionTable(vertx, database),
        new BatchTable(vertx, database),
        new KnownPayees(bankAccounts),
        bankStore::unbookedLines,
        new Closings(vertx, database),
        bankAccounts,
        people,
        notices,
        mailboxes,
        erasures,
        memberLines,
        retention,
        webhooks,
        config.webhooks().rule(),
        books.directory()::policy,
        books.figures()::figures,
        books.rules(),
        books.meters()::meters,
        books.programmes(),
        circulation,
        looks,
        new LiveBooks(
            vertx, database, config.data(), books.directory()::treeSize, Clock.systemUTC()),
        keys.server(),
        readiness,
        measurements::text,
        config.capacity(),
        Clock.systemUTC());
  }

  /** Returns where the server answers, such as {@code http://127.0.0.1:8080}. */
  public String address() {
    return "http://" + config.host() + ":" + port;
  }

  /** The ledger's own first entry says which ledger this is. */
  private static Optional<String> origin(JournalReader reader) {
    return await(reader.leaf(0))
        .map(leaf -> LeafDecoder.decode(leaf).order().order().terms().ledger());
  }

  private String newOrigin() {
    return Optional.ofNullable(settings().getString("origin"))
        .orElseThrow(() -> new FoundingFailed("the settings file names no origin"));
  }

  private JsonObject settings() {
    return config
        .founding()
        .orElseThrow(() -> new FoundingFailed("there is no ledger in " + config.data()
            + " yet: start with --settings FILE to found one (docs/operators.md has an example)"));
  }

  private void found(Bookkeeping books, ServerKeys keys) {
    Instant now = Instant.ofEpochSecond(0, config.clock().getAsLong() * 1_000);
    Foundation foundation = Foundation.of(settings(), keys, now, new SecureRandom());
    codes = foundation.codes();
    new CodesFile(config.data()).write(codes);
    await(books.submit(foundation.genesis()));
  }

  /** Returns the one-time codes of a ledger that was founded just now; none otherwise. */
  public List<Foundation.OperatorCode> codes() {
    return codes;
  }

  /** Returns the rooms behind the counter, for those who measure them. */
  public Bookkeeping books() {
    return books.orElseThrow();
  }

  /** Returns the database, for those who measure beside it. */
  public Database database() {
    return database.orElseThrow();
  }

  @Override
  public synchronized void close() {
    isClosing = true;
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
    if (Thread.currentThread() != atShutdown) {
      forgetShutdown();
    }
  }

  private void forgetShutdown() {
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException shuttingDown) {
      // It will find nothing left to close.
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
