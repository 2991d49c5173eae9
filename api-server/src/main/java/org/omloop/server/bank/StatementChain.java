package org.omloop.server.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/** Puts statements behind each other, each opening where the one before it closed (I7, I8, I9). Used by one thread. */
final class StatementChain {
  /** As time went by; of one day as the bank counts. */
  static final Comparator<BankStatement> IN_TIME = Comparator.comparing(BankStatement::closingDate)
      .thenComparing(BankStatement::openingDate)
      .thenComparingLong(each -> each.electronicNumber().orElse(0))
      .thenComparing(BankStatement::page);

  private final List<BankStatement> left = new ArrayList<>();
  private Optional<ChainEnd> end;

  StatementChain(Optional<ChainEnd> end, List<BankStatement> fresh, List<BankStatement> waiting) {
    this.end = end;
    left.addAll(waiting);
    left.addAll(fresh);
    left.sort(IN_TIME);
  }

  /** Hands over what follows, one after the other, each with its number in the journal's count. */
  void follow(ObjLongConsumer<BankStatement> each) {
    Optional<BankStatement> next = next();
    while (next.isPresent()) {
      BankStatement whole = next.get();
      end = Optional.of(end.map(last -> last.after(whole)).orElseGet(() -> ChainEnd.first(whole)));
      each.accept(whole, end.get().number());
      next = next();
    }
  }

  private Optional<BankStatement> next() {
    for (BankStatement each : List.copyOf(left)) {
      List<BankStatement> pages = pages(each);
      boolean isWhole = isWhole(pages);
      if (isWhole && follows(pages.get(0))) {
        left.removeAll(pages);
        return Optional.of(pages.size() == 1 ? pages.get(0) : together(pages));
      }
    }
    return Optional.empty();
  }

  private boolean follows(BankStatement next) {
    return end.map(last -> last.isOpenedBy(next) && last.isCountedOnBy(next)).orElse(true);
  }

  private List<BankStatement> pages(BankStatement one) {
    return left.stream()
        .filter(each -> each.id().equals(one.id()))
        .sorted(Comparator.comparing(BankStatement::page))
        .toList();
  }

  private static boolean isWhole(List<BankStatement> pages) {
    for (int at = 0; at < pages.size(); at++) {
      if (pages.get(at).page() != at + 1
          || pages.get(at).isLastPage() != (at == pages.size() - 1)) {
        return false;
      }
    }
    return true;
  }

  private static BankStatement together(List<BankStatement> pages) {
    BankStatement first = pages.get(0);
    BankStatement last = pages.get(pages.size() - 1);
    BankStatement whole = new BankStatement(
        first.id(),
        first.electronicNumber(),
        first.account(),
        first.openingDate(),
        last.closingDate(),
        first.opening(),
        last.closing(),
        lines(pages),
        last.fileHash(),
        Optional.empty(),
        1,
        true);
    if (!whole.addsUp()) {
      throw new RefusedFile(Check.I6, "does-not-add-up", first.id());
    }
    return whole;
  }

  /** A bank may use one reference on several pages. */
  private static List<BankLine> lines(List<BankStatement> pages) {
    BankStatement last = pages.get(pages.size() - 1);
    List<BankLine> all = pages.stream().flatMap(each -> each.lines().stream()).toList();
    return LineKey.distinct(all, last.account(), last.id(), last.page());
  }

  /** Returns what still waits. */
  List<BankStatement> left() {
    return left;
  }

  /** Returns which checks a statement that waits does not pass. */
  Map<Check, Checked> whyHeld(BankStatement held) {
    Map<Check, Checked> why = new EnumMap<>(Check.class);
    if (!isWhole(pages(held))) {
      why.put(Check.I9, held(Check.I9, "page-missing", held.id() + ", " + held.page()));
      return why;
    }
    ChainEnd last = end.orElseThrow();
    if (!last.isOpenedBy(held)) {
      why.put(
          Check.I7,
          held(
              Check.I7,
              "gap",
              held.id() + ": " + EuroCents.text(held.opening()) + " ≠ "
                  + EuroCents.text(last.closing())));
    }
    if (!last.isCountedOnBy(held)) {
      why.put(
          Check.I8,
          held(
              Check.I8,
              "number-missing",
              last.electronicNumber().orElse(0) + " → "
                  + held.electronicNumber().orElse(0)));
    }
    return why;
  }

  private static Checked held(Check check, String reason, String facts) {
    return new Checked(check, Checked.Result.HELD, reason, facts);
  }
}
