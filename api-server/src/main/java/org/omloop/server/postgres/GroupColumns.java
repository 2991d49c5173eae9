package org.omloop.server.postgres;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.server.journal.Group;

/** A group as columns: one array per column, in the order of {@link JournalStore}'s statement. */
final class GroupColumns {
  private GroupColumns() {}

  static Tuple of(Group group) {
    Tuple columns = Tuple.of(
        group.before().size(),
        group.before().checkpoint(),
        group.after().size(),
        group.after().checkpoint());
    addEntries(columns, group.entries());
    addPostings(columns, group.entries().stream().flatMap(Line::of).toList());
    addAccounts(columns, group.changes().accounts());
    addKeys(columns, group.changes().keys());
    addTiles(columns, group.tiles());
    return columns;
  }

  private static void addEntries(Tuple columns, List<Group.Leaf> leaves) {
    columns.addValue(column(leaves, Long[]::new, leaf -> leaf.entry().index()));
    columns.addValue(
        column(leaves, UUID[]::new, leaf -> leaf.entry().order().id().value()));
    columns.addValue(column(leaves, Long[]::new, leaf -> leaf.entry().bookedAt()));
    columns.addValue(column(leaves, String[]::new, leaf -> leaf.entry().kind().wireName()));
    columns.addValue(
        nullable(leaves, String[]::new, leaf -> leaf.entry().refusal().map(Refusal::wireName)));
    columns.addValue(nullable(leaves, UUID[]::new, leaf -> refersTo(leaf.entry())));
    columns.addValue(column(leaves, Buffer[]::new, leaf -> Buffer.buffer(leaf.bytes())));
  }

  private static void addPostings(Tuple columns, List<Line> lines) {
    columns.addValue(
        column(lines, String[]::new, line -> line.posting().account().value()));
    columns.addValue(column(lines, Long[]::new, Line::index));
    columns.addValue(column(lines, Short[]::new, Line::number));
    columns.addValue(column(lines, Boolean[]::new, line -> line.posting().side() == Side.DEBIT));
    columns.addValue(column(lines, Long[]::new, line -> line.posting().amount().minorUnits()));
  }

  private static void addAccounts(Tuple columns, List<Account> accounts) {
    columns.addValue(column(accounts, String[]::new, each -> each.id().value()));
    columns.addValue(column(accounts, String[]::new, each -> each.type().wireName()));
    columns.addValue(
        column(accounts, String[]::new, each -> each.classification().role().wireName()));
    columns.addValue(
        column(accounts, String[]::new, each -> each.classification().sector()));
    columns.addValue(
        column(accounts, String[]::new, each -> each.classification().area()));
    columns.addValue(column(accounts, Integer[]::new, Account::level));
    columns.addValue(column(accounts, String[]::new, each -> each.status().wireName()));
    columns.addValue(column(accounts, Long[]::new, each -> each.balance().minorUnits()));
    columns.addValue(column(accounts, Long[]::new, Account::held));
    columns.addValue(column(accounts, Long[]::new, Account::limit));
  }

  private static void addKeys(Tuple columns, List<EnrolledKey> keys) {
    columns.addValue(column(keys, String[]::new, each -> each.id().toString()));
    columns.addValue(column(keys, String[]::new, each -> each.account().value()));
    columns.addValue(column(keys, String[]::new, each -> each.key().toString()));
    columns.addValue(column(keys, String[]::new, GroupColumns::rights));
    columns.addValue(column(keys, String[]::new, EnrolledKey::holder));
    columns.addValue(column(keys, String[]::new, EnrolledKey::label));
    columns.addValue(nullable(keys, Long[]::new, each -> each.perOrder().map(Amount::minorUnits)));
    columns.addValue(nullable(keys, Long[]::new, each -> each.perDay().map(Amount::minorUnits)));
    columns.addValue(column(keys, Long[]::new, EnrolledKey::activeFrom));
    columns.addValue(column(keys, Boolean[]::new, EnrolledKey::revoked));
  }

  private static void addTiles(Tuple columns, List<Group.FullTile> tiles) {
    columns.addValue(column(tiles, Integer[]::new, Group.FullTile::level));
    columns.addValue(column(tiles, Long[]::new, Group.FullTile::index));
    columns.addValue(column(tiles, Buffer[]::new, tile -> Buffer.buffer(tile.hashes())));
  }

  /** Returns the earlier order, or the payment request, that an order is about, so that it can be found from there. */
  static Optional<UUID> refersTo(JournalEntry entry) {
    Order order = entry.order().order();
    if (order instanceof Order.Pay pay) {
      return pay.request().map(request -> request.id().name());
    }
    Optional<OrderId> earlier = Optional.empty();
    if (order instanceof Order.Refund refund) {
      earlier = Optional.of(refund.original());
    } else if (order instanceof Order.PaidOut paidOut) {
      earlier = Optional.of(paidOut.redeem());
    } else if (order instanceof Order.Returned returned) {
      earlier = Optional.of(returned.redeem());
    } else if (order instanceof Order.Capture capture) {
      earlier = Optional.of(capture.hold());
    } else if (order instanceof Order.Release release) {
      earlier = Optional.of(release.hold());
    }
    return earlier.map(OrderId::value);
  }

  private static String rights(EnrolledKey key) {
    return String.join(" ", key.rights().stream().map(Right::wireName).sorted().toList());
  }

  private static <R, T> T[] column(
      List<R> rows, java.util.function.IntFunction<T[]> array, Function<R, T> value) {
    return rows.stream().map(value).toArray(array);
  }

  private static <R, T> T[] nullable(
      List<R> rows, java.util.function.IntFunction<T[]> array, Function<R, Optional<T>> value) {
    T[] column = array.apply(rows.size());
    for (int at = 0; at < column.length; at++) {
      int row = at;
      value.apply(rows.get(at)).ifPresent(present -> column[row] = present);
    }
    return column;
  }

  private record Line(long index, short number, Posting posting) {
    static java.util.stream.Stream<Line> of(Group.Leaf leaf) {
      List<Posting> postings = leaf.entry().postings();
      return java.util.stream.IntStream.range(0, postings.size())
          .mapToObj(at -> new Line(leaf.entry().index(), (short) at, postings.get(at)));
    }
  }
}
