package org.omloop.server.retention;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.identity.Applications;
import org.omloop.server.identity.Erasures;
import org.omloop.server.identity.People;
import org.omloop.server.retention.RetentionStore.OfTheBank;
import org.omloop.server.signed.SignedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what is kept no longer: at every start, and once a day. What it ended is signed with the server's key and logged
 * as numbers, and never says of whom. Thread-safe; a future fails when a store cannot be reached.
 */
public final class Retention {
  /** How long the books are kept after the end of the year they are about (AWR 52, BW 2:10). */
  public static final int YEARS = 7;

  /** The type of a run's proof. */
  public static final String TYPE = "omloop-retention+jws";

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final Applications applications;
  private final People people;
  private final Erasures erasures;
  private final RetentionStore store;
  private final Supplier<String> ledger;
  private final SigningKey server;
  private final Clock clock;

  /**
   * Makes it.
   *
   * @param ledger the origin of the ledger
   * @param server signs what was done
   */
  public Retention(
      Applications applications,
      People people,
      Erasures erasures,
      RetentionStore store,
      Supplier<String> ledger,
      SigningKey server,
      Clock clock) {
    this.applications = applications;
    this.people = people;
    this.erasures = erasures;
    this.store = store;
    this.ledger = ledger;
    this.server = server;
    this.clock = clock;
  }

  /**
   * Runs now, and once a day from then on.
   *
   * @param more ends what has a term of its own
   */
  public void begin(Vertx vertx, Supplier<Future<Integer>> more) {
    logged(more);
    vertx.setPeriodic(TimeUnit.DAYS.toMillis(1), day -> logged(more));
  }

  private void logged(Supplier<Future<Integer>> more) {
    more.get().onFailure(cause -> LOG.warn("old notices could not be ended: {}", cause.toString()));
    run()
        .onSuccess(ended -> LOG.info(
            "retention of {}: ended {}",
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            ended.numbers()))
        .onFailure(cause -> LOG.warn("retention could not run: {}", cause.toString()));
  }

  /** Returns the first day that is still within the term: all before it has had its years, and the rest of its own. */
  static LocalDate firstKept(Instant now) {
    return LocalDate.of(LocalDate.ofInstant(now, ZoneOffset.UTC).getYear() - YEARS, 1, 1);
  }

  /** Ends all whose term is over; a second time ends nothing. */
  public Future<Ended> run() {
    LocalDate before = firstKept(clock.instant());
    return applications.forget().compose(gone -> store
        .blank(before)
        .compose(bank -> left(before)
            .compose(this::erase)
            .map(erased -> new Ended(gone, bank.lines(), bank.files(), erased)))
        .compose(this::prove));
  }

  /** Returns what will be ended by then. */
  public Future<Due> due(Instant until) {
    LocalDate before = firstKept(until);
    Future<Integer> ofApplications = applications.due(until.getEpochSecond());
    Future<OfTheBank> ofTheBank = store.dueOfTheBank(before);
    Future<List<AccountId>> ofMembers = left(before);
    return Future.all(ofApplications, ofTheBank, ofMembers)
        .map(all -> new Due(
            new Ended(
                ofApplications.result(),
                ofTheBank.result().lines(),
                ofTheBank.result().files(),
                ofMembers.result().size()),
            ofMembers.result()));
  }

  /** Returns the proofs of the latest runs that ended anything. */
  public Future<List<SignedText>> runs(int most) {
    return store.latest(most).map(all -> all.stream()
        .flatMap(each -> SignedText.parse(TYPE, each).stream())
        .toList());
  }

  private Future<List<AccountId>> left(LocalDate before) {
    return store.closedBefore(before).compose(closed -> people
        .of(closed)
        .map(known -> closed.stream().filter(known::containsKey).distinct().toList()));
  }

  private Future<Integer> erase(List<AccountId> accounts) {
    Future<?> done = Future.succeededFuture();
    for (AccountId each : accounts) {
      done = done.compose(before ->
          erasures.erase(each, ledger.get(), server.publicKey().keyId().text()));
    }
    return done.map(accounts.size());
  }

  private Future<Ended> prove(Ended ended) {
    if (ended.isNothing()) {
      return Future.succeededFuture(ended);
    }
    long now = clock.instant().getEpochSecond();
    Map<String, Object> said = new LinkedHashMap<>();
    ended.numbers().forEach((name, number) -> said.put(name, number.longValue()));
    said.put("iat", now);
    said.put("ledger", ledger.get());
    return store.add(now, SignedText.sign(TYPE, said, server)).map(ended);
  }
}
