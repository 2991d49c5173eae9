package org.omloop.server.http.stream;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.server.directory.Directory;
import org.omloop.server.events.EntryFeed;
import org.omloop.server.events.Parties;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.EntryJson;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.http.view.Reading;
import org.omloop.server.requests.RequestFeed;

/**
 * One open stream. It follows the feed first and reads what was missed second, so that nothing falls between; the
 * entry's index tells what has been sent.
 *
 * <p>Confined to its event loop. A reader that does not keep up is cut off: it comes back and names the last it saw.
 */
final class EventStream {
  /** How many entries of the journal are looked through for those that were missed. */
  static final long LONGEST_REPLAY = 2_560;

  private static final int PAGE = 256;
  private static final long PING_MILLIS = 10_000;
  private static final long RETRY_MILLIS = 1_000;

  /** What streams need of the rest of the server. */
  record Sources(
      Vertx vertx,
      Directory directory,
      JournalView view,
      EntryFeed feed,
      RequestFeed requests,
      Parties parties) {}

  private final Sources sources;
  private final Context loop;
  private final AccountId account;
  private final Caller caller;
  private final HttpServerResponse response;
  private final Runnable ended;
  private final Consumer<JournalEntry> follower;
  private final Consumer<RequestFeed.Change> requestFollower;

  // Owned by the event loop.
  private final List<JournalEntry> waiting = new ArrayList<>();
  private boolean replaying = true;
  private boolean open = true;
  private long next;
  private long pings;

  EventStream(
      Sources sources,
      AccountId account,
      Caller caller,
      HttpServerResponse response,
      Runnable ended) {
    this.sources = sources;
    this.loop = sources.vertx().getOrCreateContext();
    this.account = account;
    this.caller = caller;
    this.response = response;
    this.ended = ended;
    this.follower = entry -> loop.runOnContext(now -> take(entry));
    this.requestFollower = change -> loop.runOnContext(now -> send(event(change)));
  }

  void open(OptionalLong lastSeen) {
    response.closeHandler(closed -> end()).exceptionHandler(broken -> end());
    response.setChunked(true).write("retry: " + RETRY_MILLIS + "\n\n");
    sources.feed().follow(account, follower);
    if (caller
        .key()
        .account()
        .equals(account)) { // who is asked to pay where is nobody else's business
      sources.requests().follow(account, requestFollower);
    }
    pings = sources.vertx().setPeriodic(PING_MILLIS, tick -> ping());
    long size = sources.directory().treeSize();
    next = lastSeen.isPresent() ? Math.min(lastSeen.getAsLong() + 1, size) : size;
    if (size - next > LONGEST_REPLAY) {
      send(event("gap", "", new JsonObject().put("from", next).put("treeSize", size)));
      next = size;
    }
    ping();
    replay(size).onSuccess(done -> goLive()).onFailure(broken -> cut());
  }

  /** Reads the journal from the last entry seen up to where the feed takes over. */
  private Future<Void> replay(long size) {
    if (!open || next >= size) {
      return Future.succeededFuture();
    }
    int count = (int) Math.min(PAGE, size - next);
    return Reading.entries(sources.vertx(), sources.view().leaves(next, count))
        .compose(entries -> {
          next += count;
          return write(missed(entries));
        })
        .compose(written -> replay(size));
  }

  private String missed(List<JournalEntry> entries) {
    return entries.stream()
        .filter(entry -> sources.parties().of(entry).contains(account))
        .map(EventStream::event)
        .collect(Collectors.joining());
  }

  private void goLive() {
    replaying = false;
    waiting.forEach(this::send);
    waiting.clear();
  }

  private void take(JournalEntry entry) {
    if (replaying) {
      waiting.add(entry);
    } else {
      send(entry);
    }
  }

  private void send(JournalEntry entry) {
    if (entry.index() >= next) {
      next = entry.index() + 1;
      send(event(entry));
    }
  }

  private void ping() {
    send(event("ping", "", new JsonObject().put("treeSize", sources.directory().treeSize())));
  }

  private void send(String event) {
    if (open && response.writeQueueFull()) {
      cut();
    }
    write(event);
  }

  private Future<Void> write(String events) {
    if (open && !mayStillRead()) {
      cut();
    }
    return open && !events.isEmpty() ? response.write(events) : Future.succeededFuture();
  }

  private static String event(JournalEntry entry) {
    return event("entry", "id: " + entry.index() + "\n", EntryJson.of(entry));
  }

  private static String event(RequestFeed.Change change) {
    return event(
        "request",
        "",
        new JsonObject()
            .put("request", change.request().text())
            .put("state", change.state().wireName()));
  }

  private static String event(String name, String id, JsonObject data) {
    return "event: " + name + "\n" + id + "data: " + data.encode() + "\n\n";
  }

  private boolean mayStillRead() {
    return sources
        .directory()
        .key(caller.key().id())
        .filter(key -> new Caller(key, caller.until()).mayRead(account) && !key.revoked())
        .isPresent();
  }

  private void cut() {
    if (open) {
      end();
      response.end();
    }
  }

  private void end() {
    if (open) {
      open = false;
      sources.vertx().cancelTimer(pings);
      sources.feed().leave(account, follower);
      sources.requests().leave(account, requestFollower);
      ended.run();
    }
  }
}
