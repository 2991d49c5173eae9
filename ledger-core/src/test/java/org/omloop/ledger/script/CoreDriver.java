package org.omloop.ledger.script;

import java.time.Instant;
import java.util.List;
import org.omloop.ledger.Decision;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.reference.CheckedLedger;
import org.omloop.ledger.signing.SignatureVerifier;

/** Takes a script to the pure core, as a server would: signatures first, then the decision. */
final class CoreDriver implements ScriptDriver {
  private static final SignatureVerifier VERIFIER = SignatureVerifier.portable();

  private final CheckedLedger ledger = new CheckedLedger();
  private long micros;

  @Override
  public void found(Founding founding) {
    at(founding.moment());
    ledger.decide(founding.genesis(), micros);
  }

  @Override
  public void at(Instant moment) {
    micros = moment.getEpochSecond() * 1_000_000;
  }

  @Override
  public Answer submit(SignedOrder order) {
    return isSigned(order) ? answer(ledger.decide(order, micros)) : Answer.unsigned();
  }

  private boolean isSigned(SignedOrder order) {
    return order.signatures().stream().allMatch(each -> ledger
        .core()
        .keyFor(order, each.key())
        .filter(key -> VERIFIER.isValid(key, each.signed(), each.signature()))
        .isPresent());
  }

  private Answer answer(Decision decision) {
    return decision.match(
        posted -> Answer.posted(posted.entry().kind()),
        refused -> Answer.refused(refused.reason()),
        replayed -> again(ledger.journal().get(Math.toIntExact(replayed.index()))),
        conflicting -> Answer.conflicting());
  }

  private static Answer again(JournalEntry entry) {
    return entry.refusal().map(Answer::refused).orElseGet(Answer::replayed);
  }

  @Override
  public long balance(AccountId account) {
    return account(account).balance().minorUnits();
  }

  @Override
  public long available(AccountId account) {
    return account(account).available();
  }

  @Override
  public long earmarked(AccountId account) {
    return ledger.core().earmarked(account).stream()
        .mapToLong(each -> each.amount().minorUnits())
        .sum();
  }

  private Account account(AccountId id) {
    return ledger.core().account(id).orElseThrow();
  }

  @Override
  public long size() {
    return ledger.core().size();
  }

  @Override
  public String balanceRoot() {
    return ledger.core().balanceRoot();
  }

  /** Returns the entries so far. */
  List<JournalEntry> journal() {
    return List.copyOf(ledger.journal());
  }

  @Override
  public void close() {
    ledger.checkReplay();
  }
}
