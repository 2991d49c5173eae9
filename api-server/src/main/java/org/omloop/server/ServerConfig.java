package org.omloop.server;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.omloop.server.http.HttpSettings;
import org.omloop.server.notices.MailSettings;
import org.omloop.server.postgres.DatabaseSettings;
import org.omloop.server.sequencer.BookingClock;
import org.omloop.server.sequencer.EntryClock;
import org.omloop.server.webhooks.WebhookSettings;

/**
 * How one server is to run.
 *
 * @param data the folder with keys, passwords and, by default, the database
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes any free one
 * @param database which database
 * @param founding the settings of a new ledger; empty when there must be one already
 * @param clock what entries are booked at, unix microseconds
 * @param capacity how many orders may wait for the check of their signatures, and how many for their commit
 * @param chores what it books of itself; tests that count entries go without, and the demo, whose plan has its levies
 * @param http what is set about the API
 * @param webhooks what is set about webhooks
 * @param bankFolder where the bank's files are put
 * @param mail what is set about mail
 */
public record ServerConfig(
    Path data,
    String host,
    int port,
    DatabaseSettings database,
    Optional<JsonObject> founding,
    EntryClock clock,
    int capacity,
    Set<Chore> chores,
    HttpSettings http,
    WebhookSettings webhooks,
    Optional<Path> bankFolder,
    MailSettings mail) {
  public ServerConfig {
    chores = Set.copyOf(chores);
  }

  /** The port when none is asked for. */
  public static final int DEFAULT_PORT = 8080;

  /** As many as a commit of half a second leaves waiting on a fast machine. */
  public static final int DEFAULT_CAPACITY = 10_000;

  /** Returns what holds when nothing is said: loopback, the embedded database, this machine's clock. */
  public static ServerConfig in(Path data) {
    return new ServerConfig(
        data,
        "127.0.0.1",
        DEFAULT_PORT,
        DatabaseSettings.embedded(),
        Optional.empty(),
        BookingClock.ofThisMachine(),
        DEFAULT_CAPACITY,
        EnumSet.allOf(Chore.class),
        HttpSettings.DEFAULT,
        WebhookSettings.DEFAULT,
        Optional.empty(),
        MailSettings.DEFAULT);
  }

  /** Returns the same at another address. */
  public ServerConfig at(String otherHost, int otherPort) {
    return new ServerConfig(
        data,
        otherHost,
        otherPort,
        database,
        founding,
        clock,
        capacity,
        chores,
        http,
        webhooks,
        bankFolder,
        mail);
  }

  /** Returns the same with another database. */
  public ServerConfig with(DatabaseSettings other) {
    return new ServerConfig(
        data,
        host,
        port,
        other,
        founding,
        clock,
        capacity,
        chores,
        http,
        webhooks,
        bankFolder,
        mail);
  }

  /** Returns the same, founding a ledger where there is none. */
  public ServerConfig founding(JsonObject settings) {
    return new ServerConfig(
        data,
        host,
        port,
        database,
        Optional.of(settings),
        clock,
        capacity,
        chores,
        http,
        webhooks,
        bankFolder,
        mail);
  }

  /** Returns the same with other settings of the API. */
  public ServerConfig with(HttpSettings other) {
    return new ServerConfig(
        data,
        host,
        port,
        database,
        founding,
        clock,
        capacity,
        chores,
        other,
        webhooks,
        bankFolder,
        mail);
  }

  /** Returns the same with room for another number of waiting orders. */
  public ServerConfig holding(int otherCapacity) {
    return new ServerConfig(
        data,
        host,
        port,
        database,
        founding,
        clock,
        otherCapacity,
        chores,
        http,
        webhooks,
        bankFolder,
        mail);
  }

  /** Returns the same by another clock; only the demo and tests have one. */
  public ServerConfig by(EntryClock otherClock) {
    return new ServerConfig(
        data,
        host,
        port,
        database,
        founding,
        otherClock,
        capacity,
        chores,
        http,
        webhooks,
        bankFolder,
        mail);
  }

  /** Returns the same that books of itself no more than that. */
  public ServerConfig booking(Set<Chore> others) {
    return new ServerConfig(
        data,
        host,
        port,
        database,
        founding,
        clock,
        capacity,
        others,
        http,
        webhooks,
        bankFolder,
        mail);
  }

  /** Returns the same with other settings of webhooks. */
  public ServerConfig with(WebhookSettings other) {
    return new ServerConfig(
        data,
        host,
        port,
        database,
        founding,
        clock,
        capacity,
        chores,
        http,
        other,
        bankFolder,
        mail);
  }

  /** Returns the same with a folder that the bank's files are put into. */
  public ServerConfig watching(Path folder) {
    return new ServerConfig(
        data,
        host,
        port,
        database,
        founding,
        clock,
        capacity,
        chores,
        http,
        webhooks,
        Optional.of(folder),
        mail);
  }

  /** Returns the same with other settings of mail. */
  public ServerConfig with(MailSettings other) {
    return new ServerConfig(
        data,
        host,
        port,
        database,
        founding,
        clock,
        capacity,
        chores,
        http,
        webhooks,
        bankFolder,
        other);
  }
}
