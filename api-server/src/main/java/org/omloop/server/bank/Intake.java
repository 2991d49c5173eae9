package org.omloop.server.bank;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a file: statements that are taken in, statements that wait, and what each check found. A file is taken as a
 * whole or not at all, and nothing here depends on when it is asked.
 *
 * @param checks all of them, in order
 * @param taken in the order in which they are stated in the journal, with those that waited until now
 * @param held of this file: they wait
 * @param released statements that waited and wait no more, also those that gave way to what was taken in
 */
public record Intake(
    List<Checked> checks,
    List<Taken> taken,
    List<BankStatement> held,
    List<BankStatement> released) {
  /**
   * A statement that is taken in.
   *
   * @param number in the journal's count
   * @param lines those that are new
   */
  public record Taken(BankStatement statement, long number, List<BankLine> lines) {
    public Taken {
      lines = List.copyOf(lines);
    }
  }

  public Intake {
    checks = List.copyOf(checks);
    taken = List.copyOf(taken);
    held = List.copyOf(held);
    released = List.copyOf(released);
  }

  /**
   * Decides.
   *
   * @param reserve the only account that counts
   * @param waiting statements of earlier files that are held
   * @throws RefusedFile where nothing of the file can be taken in
   */
  public static Intake of(BankFile file, Iban reserve, Known known, List<BankStatement> waiting) {
    Map<Check, Checked> found = new EnumMap<>(Check.class);
    List<BankStatement> fresh = fresh(file, reserve, known, found);
    List<BankStatement> contested =
        fresh.stream().filter(each -> isPageOfAny(each, waiting)).toList();
    List<BankStatement> patient =
        waiting.stream().filter(each -> !isPageOfAny(each, contested)).toList();
    StatementChain chain = new StatementChain(known.last(), fresh, patient);
    List<Taken> taken = new ArrayList<>();
    Set<String> keys = new HashSet<>(known.lineKeys());
    chain.follow((statement, number) ->
        taken.add(new Taken(statement, number, new LineChecks(found, keys).fresh(statement))));
    contested.stream().filter(chain.left()::contains).findFirst().ifPresent(each -> {
      throw differing(each);
    });
    List<BankStatement> held = chain.left().stream().filter(fresh::contains).toList();
    held.forEach(each -> found.putAll(chain.whyHeld(each)));
    List<BankStatement> released =
        waiting.stream().filter(each -> !chain.left().contains(each)).toList();
    return new Intake(inOrder(found), taken, held, released);
  }

  private static List<BankStatement> fresh(
      BankFile file, Iban reserve, Known known, Map<Check, Checked> found) {
    List<BankStatement> fresh = new ArrayList<>();
    Set<String> pages = new HashSet<>();
    for (BankStatement each : file.statements()) {
      requireSound(each, reserve);
      if (!pages.add(each.id() + "\n" + each.page())) {
        throw new RefusedFile(Check.I4, "twice-in-file", each.id());
      }
      if (isNew(each, known, found)) {
        fresh.add(each);
      }
    }
    return fresh;
  }

  private static boolean isPageOfAny(BankStatement statement, List<BankStatement> others) {
    return others.stream()
        .anyMatch(each -> each.id().equals(statement.id()) && each.page() == statement.page());
  }

  private static RefusedFile differing(BankStatement statement) {
    return new RefusedFile(Check.I4, "differs-from-kept", statement.id());
  }

  private static void requireSound(BankStatement statement, Iban reserve) {
    if (!statement.account().equals(reserve)) {
      throw new RefusedFile(
          Check.I3, "other-account", statement.account().inFours() + " ≠ " + reserve.inFours());
    }
    if (!statement.addsUp()) {
      throw new RefusedFile(
          Check.I6,
          "does-not-add-up",
          statement.id() + ": " + EuroCents.text(statement.opening()) + " + "
              + EuroCents.text(statement.credits()) + " - " + EuroCents.text(statement.debits())
              + " ≠ " + EuroCents.text(statement.closing()));
    }
    if (statement.openingDate().isAfter(statement.closingDate())) {
      throw new RefusedFile(
          Check.I5,
          "dates-reversed",
          statement.id() + ": " + statement.openingDate() + " > " + statement.closingDate());
    }
  }

  /**
   * A statement under a name that is known must say the same, and then nothing is booked; a copy must be of a known one. What
   * only waits is in no journal yet, and gives way to one that goes on where the last statement ended: else one wrong file
   * would keep the right one out for good.
   */
  private static boolean isNew(BankStatement statement, Known known, Map<Check, Checked> found) {
    Optional<KeptStatement> kept = known.kept().stream()
        .filter(each -> each.id().equals(statement.id()))
        .filter(each -> !each.isHeld() || each.page() == statement.page())
        .findFirst();
    if (kept.isEmpty()) {
      if (statement.copy().isPresent()) {
        throw new RefusedFile(
            Check.I4, "copy-of-unknown", statement.id() + " " + statement.copy().get());
      }
      return true;
    }
    if (!kept.get().equalsFactsOf(statement)) {
      if (kept.get().isHeld() && statement.copy().isEmpty()) {
        return true;
      }
      throw differing(statement);
    }
    found.put(
        Check.I4, new Checked(Check.I4, Checked.Result.SKIPPED, "statement-kept", statement.id()));
    return false;
  }

  private static List<Checked> inOrder(Map<Check, Checked> found) {
    List<Checked> checks = new ArrayList<>();
    for (Check each : Check.values()) {
      checks.add(found.getOrDefault(each, Checked.ok(each)));
    }
    return checks;
  }
}
