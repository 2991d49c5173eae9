package org.omloop.server;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Stream;
import org.omloop.server.bank.BankLine;
import org.omloop.server.bank.BankStore;
import org.omloop.server.bank.KeptLine;
import org.omloop.server.payouts.OpenLines;

/** Lines of the bank's statements that may be about payouts. Thread-safe. */
record KnownLines(BankStore store) implements OpenLines {
  @Override
  public Future<List<BankLine>> all() {
    return store.lines(KeptLine.State.DEBIT).compose(debits -> store
        .lines(KeptLine.State.WORK)
        .map(work ->
            Stream.concat(debits.stream(), work.stream()).map(KeptLine::line).toList()));
  }
}
