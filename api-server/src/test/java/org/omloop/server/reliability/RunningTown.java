package org.omloop.server.reliability;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.omloop.ledger.checkpoint.LogKey;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;
import org.omloop.server.founding.Foundation.OperatorCode;
import org.omloop.server.founding.ServerKeys;
import org.omloop.server.http.HttpSettings;

/** A town on the real server and database in this process, reached over HTTP. */
final class RunningTown implements AutoCloseable {
  private final Server server;
  private final LogPublicKey log;
  private final CompletableFuture<Throwable> ended;
  private final Sender sender;
  private final List<Answer> opening;

  private RunningTown(
      Server server, LogPublicKey log, CompletableFuture<Throwable> ended, List<Answer> opening) {
    this.server = server;
    this.log = log;
    this.ended = ended;
    this.sender = new Sender(server::address);
    this.opening = opening;
  }

  /** Founds a ledger, and opens every account of the town. */
  static RunningTown found(Path data, Town town) {
    return found(data, town, config -> config);
  }

  /** The same, with something about the server set otherwise. */
  static RunningTown found(Path data, Town town, UnaryOperator<ServerConfig> other) {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Server server =
        Server.start(other.apply(config(data).founding(Town.settings())), ended::complete);
    try {
      List<Answer> opening = new Sender(server::address)
          .sendAll(town.opening(server.codes().stream().map(OperatorCode::code).toList()));
      return new RunningTown(server, log(data), ended, opening);
    } catch (RuntimeException | AssertionError e) {
      server.close();
      throw e;
    }
  }

  /** Starts a server on what another one left. */
  static RunningTown recover(Path data) {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    return new RunningTown(
        Server.start(config(data), ended::complete), log(data), ended, List.of());
  }

  static ServerConfig config(Path data) {
    return ServerConfig.in(data).at("127.0.0.1", 0).with(HttpSettings.UNLIMITED);
  }

  private static LogPublicKey log(Path data) {
    return LogKey.of(Town.ORIGIN, ServerKeys.in(data.resolve("keys"), false).log())
        .publicKey();
  }

  Server server() {
    return server;
  }

  Sender sender() {
    return sender;
  }

  /** Brings why the writer could not go on, if ever. */
  CompletableFuture<Throwable> ended() {
    return ended;
  }

  /** What the orders of the opening were answered with. */
  List<Answer> opening() {
    return opening;
  }

  KeptJournal journal() {
    return KeptJournal.of(server, log);
  }

  @Override
  public void close() {
    server.close();
  }
}
