package org.omloop.server.script;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.omloop.ledger.checkpoint.LogKey;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.script.Founding;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.server.Bookkeeping;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;
import org.omloop.server.founding.ServerKeys;
import org.omloop.server.http.HttpSettings;
import org.omloop.server.postgres.Database;
import org.omloop.server.postgres.JournalReader;
import org.omloop.server.postgres.JournalStore;
import org.omloop.server.sequencer.EntryClock;

/**
 * The server of one script. It is started on a ledger that is founded already: a server's own founding draws its
 * operators' codes by lot, and a script knows its codes beforehand.
 *
 * <p>Confined to the thread of its script.
 */
final class ScriptServer implements AutoCloseable {
  private static final int CAPACITY = 100;

  private final LogPublicKey logKey;
  private final Server server;

  private ScriptServer(LogPublicKey logKey, Server server) {
    this.logKey = logKey;
    this.server = server;
  }

  /**
   * Founds a ledger and starts its server.
   *
   * @param clock booking time, unix microseconds
   * @param end is told when the writer cannot go on
   */
  static ScriptServer start(
      ScriptDatabase place, Founding founding, EntryClock clock, Consumer<Throwable> end) {
    ServerConfig config = ServerConfig.in(place.nextFolder())
        .at("127.0.0.1", 0)
        .with(HttpSettings.UNLIMITED)
        .by(clock)
        .booking(Set.of());
    Database database = place.fresh();
    LogKey logKey = LogKey.of(founding.origin(), keys(config, founding).log());
    found(founding.genesis(), logKey, database, clock, end);
    return new ScriptServer(logKey.publicKey(), Server.start(config, database, end));
  }

  /** The script's own key for what the server books, and a new one for the log. */
  private static ServerKeys keys(ServerConfig config, Founding founding) {
    Path keys = config.data().resolve("keys");
    try {
      Files.createDirectories(keys);
      Files.writeString(
          keys.resolve("server.key"),
          Base64Url.encode(founding.serverKey().exportSeed()),
          StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ServerKeys.in(keys, true);
  }

  private static void found(
      SignedOrder genesis,
      LogKey logKey,
      Database database,
      EntryClock clock,
      Consumer<Throwable> end) {
    Vertx vertx = Vertx.vertx();
    try {
      Bookkeeping books = new Bookkeeping(
          new JournalStore(vertx, database),
          new JournalReader(vertx, database),
          logKey,
          clock,
          CAPACITY,
          (ledger, now) -> List.of(),
          end);
      await(books.open(vertx));
      await(books.submit(genesis));
    } finally {
      await(vertx.close());
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  /** Returns where it answers. */
  String address() {
    return server.address();
  }

  /** Returns the key that its receipts verify under. */
  LogPublicKey logKey() {
    return logKey;
  }

  /** Reads what it has kept. */
  KeptBooks books() {
    return KeptBooks.read(server.database());
  }

  @Override
  public void close() {
    server.close();
  }
}
