package org.omloop.server.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.omloop.ledger.Decision;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.script.Answer;
import org.omloop.ledger.script.Founding;
import org.omloop.ledger.script.LedgerScript;
import org.omloop.ledger.script.ScriptDriver;

/**
 * The journal that a script leads to, in memory, for what reads journals. Confined to the thread of its script.
 */
public final class ScriptJournal implements ScriptDriver {
  private final Ledger ledger = new Ledger();
  private final List<JournalEntry> entries = new ArrayList<>();
  private long micros;

  private ScriptJournal() {}

  /** Returns the entries that a script leads to; throws {@link AssertionError} at a line that does not hold. */
  public static List<JournalEntry> of(String script) {
    ScriptJournal journal = new ScriptJournal();
    LedgerScript.run(script, journal);
    return List.copyOf(journal.entries);
  }

  /** Replays a journal, hands over each entry with the ledger as it stands after it, and returns the last. */
  public static Ledger replay(List<JournalEntry> entries, BiConsumer<JournalEntry, Ledger> reader) {
    Ledger ledger = new Ledger();
    entries.forEach(entry -> {
      ledger.replay(entry);
      reader.accept(entry, ledger);
    });
    return ledger;
  }

  @Override
  public void found(Founding founding) {
    at(founding.moment());
    submit(founding.genesis());
  }

  @Override
  public void at(Instant moment) {
    micros = moment.getEpochSecond() * 1_000_000;
  }

  @Override
  public Answer submit(SignedOrder order) {
    Decision decision = ledger.decide(order, micros);
    decision
        .match(
            posted -> Optional.of(posted.entry()),
            refused -> Optional.of(refused.entry()),
            replayed -> Optional.<JournalEntry>empty(),
            conflicting -> Optional.<JournalEntry>empty())
        .ifPresent(entries::add);
    return decision.match(
        posted -> Answer.posted(posted.entry().kind()),
        refused -> Answer.refused(refused.reason()),
        replayed -> Answer.replayed(),
        conflicting -> Answer.conflicting());
  }

  @Override
  public long balance(AccountId account) {
    return ledger.account(account).orElseThrow().balance().minorUnits();
  }

  @Override
  public long available(AccountId account) {
    return ledger.account(account).orElseThrow().available();
  }

  @Override
  public long earmarked(AccountId account) {
    return ledger.earmarked(account).stream()
        .mapToLong(each -> each.amount().minorUnits())
        .sum();
  }

  @Override
  public long size() {
    return ledger.size();
  }

  @Override
  public String balanceRoot() {
    return ledger.balanceRoot();
  }

  @Override
  public void close() {}
}
