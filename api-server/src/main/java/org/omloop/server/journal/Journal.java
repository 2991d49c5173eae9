package org.omloop.server.journal;

import io.vertx.core.Future;
import java.util.function.Consumer;

/** Where entries are kept for ever. */
public interface Journal {
  /**
   * The head as it is kept.
   *
   * @param size how many entries there are
   * @param checkpoint the signed note over them; empty when there are none
   */
  record Head(long size, String checkpoint) {
    /** The head of a journal that has not begun. */
    public static final Head EMPTY = new Head(0, "");
  }

  /**
   * Commits a group whole, or not at all. Fails with {@link JournalForked} when another writer was first; any other
   * failure leaves open which of the two it was.
   */
  Future<Void> append(Group group);

  /**
   * Hands over every entry in order, one at a time, on whatever thread, and then the head they lead to.
   */
  Future<Head> replay(Consumer<Group.Leaf> each);
}
