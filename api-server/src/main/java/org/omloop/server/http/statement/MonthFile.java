package org.omloop.server.http.statement;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.problem.Language;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.http.view.Reading;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStore;
import org.omloop.server.statements.Statement;
import org.omloop.server.statements.StatementFold;
import org.omloop.server.statements.StatementForm;
import org.omloop.server.statements.StatementPeriod;

/** The statement of a month that is over, as one file: the same that the API gives for that month. Thread-safe. */
public final class MonthFile {
  private final Vertx vertx;
  private final Directory directory;
  private final JournalView view;
  private final MemberStore members;
  private final Clock clock;

  /**
   * A file.
   *
   * @param name what it is saved as
   * @param mediaType with its character set
   */
  public record Made(String name, String mediaType, byte[] bytes) {}

  public MonthFile(
      Vertx vertx, Directory directory, JournalView view, MemberStore members, Clock clock) {
    this.vertx = vertx;
    this.directory = directory;
    this.view = view;
    this.members = members;
    this.clock = clock;
  }

  /**
   * Makes it.
   *
   * @param form pdf, csv, camt or mt940
   * @param language nl or en
   * @return fails where the form has no room for so many lines
   */
  public Future<Made> of(AccountId account, YearMonth month, String form, String language) {
    StatementType type = StatementType.valueOf(form.toUpperCase(Locale.ROOT));
    StatementPeriod period = new StatementPeriod(month.atDay(1), month.atEndOfMonth());
    long size = directory.treeSize();
    Future<Long> opening = view.balanceBefore(account, period.fromMicros(), size);
    Future<Long> closing = view.balanceBefore(account, period.untilMicros(), size);
    Future<List<Member>> named = members.all();
    Future<List<JournalEntry>> entries = Reading.entries(
        vertx, view.leavesOf(account, period.fromMicros(), period.untilMicros(), size));
    return Future.all(opening, closing, named, entries)
        .compose(read -> vertx.executeBlocking(
            () -> make(
                new Statement(account, period, size, opening.result(), closing.result(), true),
                type,
                StatementForms.of(
                    type,
                    directory.genesis().orElseThrow(),
                    named.result(),
                    language.equals("en") ? Language.EN : Language.NL,
                    clock.instant()),
                entries.result()),
            false));
  }

  private static Made make(
      Statement statement, StatementType type, StatementForm form, List<JournalEntry> entries) {
    StatementFold fold = new StatementFold(statement, form);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(fold.begin());
    bytes.writeBytes(fold.add(entries)
        .orElseThrow(() -> new IllegalStateException("a statement in " + form.mediaType()
            + " has no room for " + entries.size() + " lines")));
    bytes.writeBytes(fold.end());
    return new Made(type.fileName(statement), form.mediaType(), bytes.toByteArray());
  }
}
