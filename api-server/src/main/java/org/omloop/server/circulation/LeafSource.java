package org.omloop.server.circulation;

import io.vertx.core.Future;
import java.util.List;

/** Reads the journal's leaves as they are committed. */
@FunctionalInterface
public interface LeafSource {
  /** Returns up to so many leaves from an index on, in order. */
  Future<List<byte[]>> leaves(long from, int count);
}
