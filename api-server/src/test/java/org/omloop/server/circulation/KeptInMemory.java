package org.omloop.server.circulation;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;

/** A store that lasts as long as a test. Thread-safe. */
final class KeptInMemory implements CirculationStore {
  final List<Edition> editions = new CopyOnWriteArrayList<>();
  final List<DaySnapshot> days = new CopyOnWriteArrayList<>();
  final List<StateSnapshot> states = new CopyOnWriteArrayList<>();
  /** How many states were brought each time. */
  final List<Integer> broughtStates = new CopyOnWriteArrayList<>();

  volatile boolean isFullForStates;
  private final Map<String, String> reports = new ConcurrentHashMap<>();

  @Override
  public Future<List<Edition>> editions() {
    return Future.succeededFuture(List.copyOf(editions));
  }

  @Override
  public Future<Optional<String>> report(Period period, Tier tier, int number) {
    return Future.succeededFuture(Optional.ofNullable(reports.get(name(period, tier, number))));
  }

  @Override
  public Future<Boolean> add(Edition edition, String report) {
    String name = name(edition.period(), edition.tier(), edition.number());
    boolean isKept = reports.putIfAbsent(name, report) == null;
    if (isKept) {
      editions.add(edition);
    }
    return Future.succeededFuture(isKept);
  }

  private static String name(Period period, Tier tier, int number) {
    return period + " " + tier + " " + number;
  }

  @Override
  public Future<List<DaySnapshot>> days() {
    return Future.succeededFuture(new ArrayList<>(days));
  }

  @Override
  public Future<Void> keep(List<DaySnapshot> more) {
    days.addAll(more);
    return Future.succeededFuture();
  }

  @Override
  public Future<List<StateSnapshot>> states() {
    return Future.succeededFuture(List.copyOf(states));
  }

  @Override
  public Future<Void> keepStates(List<StateSnapshot> more) {
    if (isFullForStates) {
      return Future.failedFuture(new IOException("no room for states"));
    }
    broughtStates.add(more.size());
    more.stream().filter(each -> states.stream().noneMatch(each::isOfTheSame)).forEach(states::add);
    return Future.succeededFuture();
  }
}
