package org.omloop.server.bank;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;

/**
 * Whom a line is for. Nothing here is a guess: a line is for an account by one sound reference, and else for nobody.
 *
 * @param account whom it is for, or, where there is a reason, whom it may be for
 * @param reason why somebody has to look, such as {@code no-reference}; empty: it is matched
 */
public record Match(Optional<AccountId> account, String reason) {
  /** Returns the references that a line names: the structured ones, else those in its text. */
  public static Set<CreditorReference> references(BankLine line) {
    Set<CreditorReference> structured = new LinkedHashSet<>();
    line.references().forEach(each -> CreditorReference.find(each).ifPresent(structured::add));
    return structured.isEmpty() ? CreditorReference.allIn(line.text()) : structured;
  }

  /**
   * Matches a credit; of a debit it says only what it is.
   *
   * @param known the references that lines may name
   * @param paidBefore whose top-up came from the same bank account before
   * @param now unix seconds, by which requests expire
   */
  public static Match of(
      BankLine line,
      Map<CreditorReference, TopUpReference> known,
      Optional<AccountId> paidBefore,
      long now) {
    String odd = odd(line);
    if (!odd.isEmpty()) {
      return new Match(Optional.empty(), odd);
    }
    if (!line.isCredit()) {
      return new Match(Optional.empty(), "debit");
    }
    List<CreditorReference> named = new ArrayList<>(references(line));
    if (named.size() != 1) {
      return new Match(paidBefore, named.isEmpty() ? without(line) : "several-references");
    }
    return Optional.ofNullable(known.get(named.get(0)))
        .map(reference -> of(line, reference, now))
        .orElse(new Match(paidBefore, "unknown-reference"));
  }

  private static String odd(BankLine line) {
    if (!line.addsUp()) {
      return "details-differ";
    }
    if (line.isReversal()) {
      return "reversal";
    }
    return line.returnReason().isEmpty() ? "" : "return";
  }

  private static String without(BankLine line) {
    boolean mistyped = line.references().stream().anyMatch(CreditorReference::looksMistyped)
        || CreditorReference.looksMistyped(line.text());
    return mistyped ? "mistyped-reference" : "no-reference";
  }

  private static Match of(BankLine line, TopUpReference reference, long now) {
    Optional<AccountId> account = Optional.of(reference.account());
    if (reference.expiresAt().isPresent() && reference.expiresAt().getAsLong() < now) {
      return new Match(account, "expired-reference");
    }
    boolean otherAmount =
        reference.cents().isPresent() && reference.cents().getAsLong() != line.cents();
    return new Match(account, otherAmount ? "other-amount" : "");
  }
}
