package org.omloop.server.http.view;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Function;
import org.omloop.ledger.checkpoint.EntryBundle;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.checkpoint.Tile;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.guard.ResponseHeaders;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/** The log in the layout of C2SP tlog-tiles. Hashes are for everybody; entries show who paid whom. Thread-safe. */
public final class LogHandlers {
  private static final String LOG = "/log/";
  private static final String OCTETS = "application/octet-stream";

  private final Directory directory;
  private final JournalView view;

  public LogHandlers(Directory directory, JournalView view) {
    this.directory = directory;
    this.view = view;
  }

  /** {@code GET /log/checkpoint}. */
  public void checkpoint(RoutingContext context) {
    SignedCheckpoint head =
        directory.checkpoint().orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    ResponseHeaders.openToAll(context);
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
        .end(head.encoded());
  }

  /** {@code GET /log/tile/{level}/{tile}}. */
  public void hashTile(RoutingContext context) {
    Tile tile = inPath(context, Tile::parse);
    Reading.of(view.tile(tile))
        .map(hashes -> hashes.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .onSuccess(hashes -> {
          ResponseHeaders.openToAll(context);
          ResponseHeaders.immutable(context);
          answer(hashes, context);
        })
        .onFailure(context::fail);
  }

  /** {@code GET /log/tile/entries/{tile}}. */
  public void entryBundle(RoutingContext context) {
    EntryBundle bundle = inPath(context, EntryBundle::parse);
    Reading.of(view.leaves(bundle.firstLeaf(), bundle.width()))
        .map(leaves -> encoded(bundle, leaves))
        .onSuccess(bytes -> answer(bytes, context))
        .onFailure(context::fail);
  }

  private static byte[] encoded(EntryBundle bundle, List<byte[]> leaves) {
    if (leaves.size() < bundle.width()) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    return bundle.encode(leaves.stream().map(Leaf::of).toList());
  }

  private static <T> T inPath(RoutingContext context, Function<String, T> parse) {
    try {
      return parse.apply(context.request().path().substring(LOG.length()));
    } catch (IllegalArgumentException e) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
  }

  private static void answer(byte[] bytes, RoutingContext context) {
    context.response().putHeader(HttpHeaders.CONTENT_TYPE, OCTETS).end(Buffer.buffer(bytes));
  }
}
