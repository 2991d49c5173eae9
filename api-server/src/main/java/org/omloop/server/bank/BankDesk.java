package org.omloop.server.bank;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;
import org.omloop.server.bank.BankStore.Delivery;

/**
 * Takes in bank files: one at a time, each as a whole or not at all, and states them in the journal. What is kept and not yet
 * stated is stated by the next {@link #book}, also after the process was killed between the two.
 *
 * <p>Thread-safe.
 */
public final class BankDesk {
  private final Vertx vertx;
  private final BankStore store;
  private final StatementOrders orders;
  private final Supplier<Policy> policy;
  private final Supplier<Optional<Order.Genesis>> genesis;
  private final Supplier<Optional<Order.Statement>> stated;
  private final Function<SignedOrder, Future<?>> submit;
  private final LongSupplier clock;
  private Future<?> last = Future.succeededFuture();

  /**
   * What became of a file.
   *
   * @param outcome {@code taken}, {@code held} or {@code known}
   * @param checks all that were made
   * @param statements ids of those that were taken in, also of earlier files that waited
   * @param lines how many were taken in
   */
  public record Outcome(String outcome, List<Checked> checks, List<String> statements, int lines) {
    public Outcome {
      checks = List.copyOf(checks);
      statements = List.copyOf(statements);
    }
  }

  /**
   * Makes a desk.
   *
   * @param genesis says what a unit is; empty before there is a ledger
   * @param stated the last statement in the journal
   * @param submit brings what became of an order, once that is certain
   * @param clock unix seconds
   */
  public BankDesk(
      Vertx vertx,
      BankStore store,
      StatementOrders orders,
      Supplier<Policy> policy,
      Supplier<Optional<Order.Genesis>> genesis,
      Supplier<Optional<Order.Statement>> stated,
      Function<SignedOrder, Future<?>> submit,
      LongSupplier clock) {
    this.vertx = vertx;
    this.store = store;
    this.orders = orders;
    this.policy = policy;
    this.genesis = genesis;
    this.stated = stated;
    this.submit = submit;
    this.clock = clock;
  }

  /**
   * Takes in a file. Fails with {@link RefusedFile} where nothing of it can be taken in; any other failure says nothing about
   * the file, and it may be brought again.
   *
   * @param by the key of who brings it; empty: it lay in the watched folder
   */
  public Future<Outcome> take(byte[] file, String by) {
    return inTurn(() -> vertx
        .executeBlocking(() -> BankFile.hash(file), false)
        .compose(store::hasFile)
        .compose(isKnown -> isKnown ? Future.succeededFuture(known()) : read(file, by)));
  }

  /** States what is kept and not stated yet, in order; brings how many that were. */
  public Future<Integer> book() {
    return inTurn(this::bookAll);
  }

  private synchronized <T> Future<T> inTurn(Supplier<Future<T>> work) {
    Future<T> mine = last.transform(before -> work.get());
    last = mine;
    return mine;
  }

  private static Outcome known() {
    Checked seen = new Checked(Check.I1, Checked.Result.SKIPPED, "already-imported", "");
    return new Outcome("known", List.of(seen), List.of(), 0);
  }

  private Future<Outcome> read(byte[] file, String by) {
    return vertx
        .executeBlocking(() -> BankFile.read(file), false)
        .compose(read -> bookAll().map(booked -> reserve()).compose(reserve -> store
            .heldFiles()
            .compose(files -> vertx.executeBlocking(() -> waiting(files), false))
            .compose(waiting -> decide(read, reserve, waiting, file, by))));
  }

  /** I3: the journal's statements are all of one account, and what it counts are euro cents. */
  private Iban reserve() {
    String reserve = policy.get().text(Setting.RESERVE_IBAN);
    if (reserve.isEmpty()) {
      throw RefusedFile.byRules("no-reserve-account", "");
    }
    genesis
        .get()
        .map(Order.Genesis::scale)
        .filter(each -> each != EuroCents.SCALE)
        .ifPresent(each -> {
          throw RefusedFile.byRules("not-in-cents", each + " ≠ " + EuroCents.SCALE);
        });
    stated
        .get()
        .map(Order.Statement::iban)
        .filter(each -> !each.equals(reserve))
        .ifPresent(each -> {
          throw RefusedFile.byRules("reserve-changed", each + " ≠ " + reserve);
        });
    return new Iban(reserve);
  }

  private static List<BankStatement> waiting(List<byte[]> files) {
    return files.stream()
        .flatMap(each -> BankFile.read(each).statements().stream())
        .toList();
  }

  private Future<Outcome> decide(
      BankFile file, Iban reserve, List<BankStatement> held, byte[] bytes, String by) {
    Set<String> ids = new LinkedHashSet<>();
    Set<String> keys = new LinkedHashSet<>();
    List<BankStatement> all = new ArrayList<>(held);
    all.addAll(file.statements());
    all.forEach(each -> {
      ids.add(each.id());
      each.lines().forEach(line -> keys.add(line.key()));
    });
    return store.known(ids, keys).compose(known -> {
      List<BankStatement> waiting =
          held.stream().filter(each -> isHeld(each, known)).toList();
      return vertx
          .executeBlocking(() -> Intake.of(file, reserve, at(known), waiting), false)
          .compose(intake -> matches(intake)
              .compose(matched -> vertx.executeBlocking(
                  () -> delivery(file.hash(), bytes, by, intake, matched), false))
              .compose(store::keep)
              .compose(kept -> bookAll())
              .map(booked -> outcome(intake)));
    });
  }

  private static boolean isHeld(BankStatement statement, Known known) {
    return known.kept().stream()
        .anyMatch(each ->
            each.isHeld() && each.id().equals(statement.id()) && each.page() == statement.page());
  }

  /** The journal is the end of the chain: what it has not got was stated just before. */
  private Known at(Known known) {
    Optional<ChainEnd> end = stated
        .get()
        .map(each -> new ChainEnd(
            each.number(),
            known.last().map(ChainEnd::electronicNumber).orElse(OptionalLong.empty()),
            LocalDate.parse(each.closingDate()),
            each.closing()));
    return new Known(end, known.kept(), known.lineKeys());
  }

  private Future<Map<String, Match>> matches(Intake intake) {
    List<BankLine> lines =
        intake.taken().stream().flatMap(each -> each.lines().stream()).toList();
    Set<Iban> payers = new LinkedHashSet<>();
    lines.forEach(line -> line.otherIban().ifPresent(payers::add));
    return vertx
        .executeBlocking(() -> named(lines), false)
        .compose(store::references)
        .compose(known -> store
            .paidBefore(payers)
            .compose(before -> vertx.executeBlocking(() -> matches(lines, known, before), false)));
  }

  private static Set<CreditorReference> named(List<BankLine> lines) {
    Set<CreditorReference> named = new LinkedHashSet<>();
    lines.forEach(line -> named.addAll(Match.references(line)));
    return named;
  }

  private Map<String, Match> matches(
      List<BankLine> lines,
      Map<CreditorReference, TopUpReference> known,
      Map<Iban, AccountId> before) {
    long now = clock.getAsLong();
    Map<String, Match> matches = new HashMap<>();
    for (BankLine line : lines) {
      Optional<AccountId> payer = line.otherIban().map(before::get);
      matches.put(line.key(), Match.of(line, known, payer, now));
    }
    return matches;
  }

  private Delivery delivery(
      String hash, byte[] file, String by, Intake intake, Map<String, Match> matches) {
    List<BankStore.Statement> taken = intake.taken().stream()
        .map(each -> new BankStore.Statement(each, orders.of(each), kept(each, matches)))
        .toList();
    return new Delivery(hash, file, by, clock.getAsLong(), intake.held(), intake.released(), taken);
  }

  private static List<KeptLine> kept(Intake.Taken taken, Map<String, Match> matches) {
    return taken.lines().stream()
        .map(line -> {
          Match match = Objects.requireNonNull(matches.get(line.key()));
          return new KeptLine(
              line, taken.statement().id(), match.account(), match.reason(), OptionalLong.empty());
        })
        .toList();
  }

  private static Outcome outcome(Intake intake) {
    boolean isHeld = !intake.held().isEmpty();
    String outcome = intake.taken().isEmpty() ? isHeld ? "held" : "known" : "taken";
    return new Outcome(
        outcome,
        intake.checks(),
        intake.taken().stream().map(each -> each.statement().id()).toList(),
        intake.taken().stream().mapToInt(each -> each.lines().size()).sum());
  }

  private Future<Integer> bookAll() {
    return store.unbooked().compose(waiting -> {
      Future<?> done = Future.succeededFuture();
      for (String jws : waiting) {
        done = done.compose(before -> submit.apply(SignedOrder.parse(jws)));
      }
      return done.map(all -> waiting.size());
    });
  }
}
