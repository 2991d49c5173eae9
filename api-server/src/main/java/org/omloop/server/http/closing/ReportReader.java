package org.omloop.server.http.closing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.closings.Cashiers;
import org.omloop.server.closings.Sale;
import org.omloop.server.closings.Tally;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.closing.Report.Balances;
import org.omloop.server.http.closing.Report.Stretch;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.http.view.Reading;

/** Adds up what a shop took, from the journal's entries alone. Thread-safe. */
final class ReportReader {
  private static final int AT_ONCE = 1_000;

  private final Vertx vertx;
  private final Directory directory;
  private final JournalView view;

  ReportReader(Vertx vertx, Directory directory, JournalView view) {
    this.vertx = vertx;
    this.directory = directory;
    this.view = view;
  }

  /** Reads all of a stretch, with the account's balances. */
  Future<Report> read(Stretch stretch) {
    return tally(stretch, Optional.empty()).compose(report -> balances(stretch)
        .map(balances -> new Report(
            stretch, report.tally(), report.cashiers(), Optional.empty(), Optional.of(balances))));
  }

  /** Reads one key's part of a stretch. */
  Future<Report> read(Stretch stretch, KeyId only) {
    return tally(stretch, Optional.of(only));
  }

  Cashiers cashiers(AccountId shop) {
    return Cashiers.of(shop, directory.keys());
  }

  private Future<Report> tally(Stretch stretch, Optional<KeyId> only) {
    Report report =
        new Report(stretch, new Tally(), cashiers(stretch.shop()), only, Optional.empty());
    return addFrom(stretch.first(), report);
  }

  /** A stretch may be long, so it is read in parts. */
  private Future<Report> addFrom(long from, Report report) {
    Stretch stretch = report.stretch();
    return Reading.entries(vertx, view.leavesBetween(stretch.shop(), from, stretch.size(), AT_ONCE))
        .compose(entries -> {
          entries.forEach(entry -> add(entry, report));
          return entries.size() < AT_ONCE
              ? Future.succeededFuture(report)
              : addFrom(last(entries).index() + 1, report);
        });
  }

  private static void add(JournalEntry entry, Report report) {
    Sale.of(entry, report.stretch().shop(), report.cashiers())
        .filter(sale -> report.only().isEmpty() || report.only().equals(sale.cashier()))
        .ifPresent(report.tally()::add);
  }

  private static JournalEntry last(List<JournalEntry> entries) {
    return entries.get(entries.size() - 1);
  }

  private Future<Balances> balances(Stretch stretch) {
    return balance(stretch.shop(), stretch.first())
        .compose(opening ->
            balance(stretch.shop(), stretch.size()).map(closing -> new Balances(opening, closing)));
  }

  private Future<Long> balance(AccountId account, long size) {
    return Reading.of(view.balanceBefore(account, Long.MAX_VALUE, size));
  }
}
