package org.omloop.server.books;

import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.bank.SignedAgreement;
import org.omloop.server.bank.SignedLineDecision;
import org.omloop.server.books.StoredFacts.DecisionFact;
import org.omloop.server.signed.SignedText;

/**
 * A decision about bank lines, held against what people signed, by the keys of the replayed journal. When a key was ended is
 * not asked: what it signed before stays.
 *
 * @param lines the names of the lines that the database has it about
 */
record SignedDecision(JournalFacts journal, DecisionFact kept, Set<String> lines) {
  /** Tells whether one of the operator's people signed what is kept: name, kind, reason and lines. */
  boolean isSaid() {
    return SignedLineDecision.parse(kept.words())
        .filter(said -> said.decision().toString().equals(kept.id())
            && said.kind() == kept.kind()
            && said.reason().equals(kept.reason())
            && Set.copyOf(said.lines()).equals(lines)
            && isOf(said.signed(), kept.by(), Set.of(Right.OPERATE)))
        .isPresent();
  }

  /** Tells whether the second person signed exactly the first one's words. */
  boolean isAgreedTo() {
    return kept.agreement()
        .flatMap(SignedAgreement::parse)
        .filter(agreed -> agreed.isAbout(kept.id(), kept.words())
            && isOf(
                agreed.signed(), kept.second().orElse(""), Set.of(Right.OPERATE, Right.APPROVE)))
        .isPresent();
  }

  /** Tells whether two people said and agreed: two keys of one person are one person, and an unknown key is nobody's. */
  boolean isByTwo() {
    Optional<String> second = kept.second().flatMap(this::holder);
    Optional<String> first = holder(kept.by());
    return first.isPresent() && second.isPresent() && !first.equals(second);
  }

  private Optional<String> holder(String key) {
    return journal.ledger().key(new KeyId(key)).map(EnrolledKey::holder);
  }

  private boolean isOf(SignedText signed, String key, Set<Right> anyOf) {
    return signed.key().text().equals(key)
        && journal
            .ledger()
            .key(signed.key())
            .filter(each -> each.account().equals(Ledger.OPERATOR)
                && each.rights().stream().anyMatch(anyOf::contains)
                && signed.isSignedBy(each.key()))
            .isPresent();
  }
}
