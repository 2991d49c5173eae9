package org.omloop.server.books;

import java.util.List;
import java.util.Optional;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.server.books.StoredFacts.EditionFact;

/** P1 and P2: what was published. */
record ReportChecks(JournalFacts journal, StoredFacts stored) {
  List<AuditResult> all() {
    return List.of(figures(), named());
  }

  private AuditResult figures() {
    Evidence evidence = new Evidence(AuditCheck.P1, journal.scale());
    long again = 0;
    for (EditionFact each : stored.editions()) {
      again += each.recomputed() ? 1 : 0;
      each.difference().ifPresent(what -> evidence.differ("{}: {}", "{}: {}", each.name(), what));
    }
    return evidence
        .say(
            "{} rapporten gepubliceerd; {} opnieuw gemaakt uit de boekingen alleen, cijfer voor cijfer."
                + " De andere controleert omloop verify --report.",
            "{} reports published; {} made again from the entries alone, figure by figure."
                + " The others are for omloop verify --report.",
            stored.editions().size(),
            again)
        .result();
  }

  private AuditResult named() {
    Evidence evidence = new Evidence(AuditCheck.P2, journal.scale());
    for (EditionFact each : stored.editions()) {
      Optional<String> root = journal.roots.at(each.size()).map(Hash::toString);
      if (!each.sha256().equals(each.actual())) {
        evidence.differ(
            "{} is veranderd sinds het gepubliceerd is.",
            "{} has been changed since it was published.",
            each.name());
      } else if (root.filter(each.root()::equals).isEmpty()) {
        evidence.differ(
            "{} noemt bij {} boekingen een wortel die het journaal niet had.",
            "{} names a root at {} entries that the journal did not have.",
            each.name(),
            each.size());
      }
    }
    return evidence
        .say(
            "{} rapporten: elk noemt zijn boekingen, hun wortel en de versie van de formules, en heeft nog"
                + " de hash waarmee het gepubliceerd is.",
            "{} reports: each names its entries, their root and the formulas’ version, and still has the"
                + " hash it was published with.",
            stored.editions().size())
        .result();
  }
}
