package org.omloop.server.http.rules;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.CanonicalJson;
import org.omloop.ledger.order.MalformedOrder;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;
import org.omloop.server.circulation.Looks;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.proposal.Granting;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;
import org.omloop.server.programmes.LaidDown;
import org.omloop.server.programmes.ProgrammesFold;

/**
 * {@code POST /v1/grants/previews}: which grants of a list would be refused, and why, by the accounts as they stand and by what
 * operators laid down for the programme. For keys of the account that would grant. An account stands in a list once, and who asked is kept: otherwise a list of rising
 * amounts would tell a balance. Books nothing. Thread-safe.
 */
public final class GrantPreview implements Handler<RoutingContext> {
  private static final int MOST_ROWS = 1_000;
  private static final Set<String> MEMBERS = Set.of("programme", "rows");

  private record Row(AccountId to, Amount amount) {}

  /** A list; of no programme in particular where it names none. */
  private record Draft(Optional<String> programme, List<Row> rows) {}

  private final Directory directory;
  private final ProgrammesFold programmes;
  private final Looks looks;
  private final Clock clock;

  /** Makes the handler; looks keeps who asked. */
  public GrantPreview(Directory directory, ProgrammesFold programmes, Looks looks, Clock clock) {
    this.directory = directory;
    this.programmes = programmes;
    this.looks = looks;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    Account source = Granting.account(Caller.of(context), directory)
        .orElseThrow(() -> Problem.of(ProblemType.RIGHT_MISSING));
    BodyReader.read(context)
        .map(GrantPreview::draft)
        .compose(draft -> look(context).map(kept -> previewed(source, draft)))
        .onSuccess(context::json)
        .onFailure(context::fail);
  }

  private Future<Void> look(RoutingContext context) {
    return Reading.of(looks.add(
        Caller.of(context).key().id(),
        clock.instant().getEpochSecond(),
        context.request().uri()));
  }

  private JsonObject previewed(Account source, Draft draft) {
    Policy policy = directory.policy();
    Optional<LaidDown> terms =
        draft.programme().flatMap(name -> programmes.laidDown(source.id(), name));
    JsonArray faults = new JsonArray();
    long left = terms.map(LaidDown::left).orElse(Long.MAX_VALUE);
    for (Row row : draft.rows()) {
      long amount = row.amount().minorUnits();
      boolean isWithin = amount <= left;
      Optional<Refusal> refusal = refusal(row, policy)
          .or(() -> terms.flatMap(each -> refusal(row, each.terms())))
          .or(() -> isWithin ? Optional.empty() : Optional.of(Refusal.BUDGET_EXCEEDED));
      left -= refusal.isEmpty() ? amount : 0;
      refusal.ifPresent(reason -> faults.add(
          new JsonObject().put("to", row.to().value()).put("reason", reason.wireName())));
    }
    return new JsonObject()
        .put("treeSize", directory.treeSize())
        .put("balance", source.available())
        .put("faults", faults);
  }

  private Optional<Refusal> refusal(Row row, Policy policy) {
    Optional<Account> payee = directory.account(row.to());
    if (payee.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN_ACCOUNT);
    }
    Account account = payee.get();
    if (account.status() != AccountStatus.OPEN) {
      return Optional.of(
          account.status() == AccountStatus.CLOSED
              ? Refusal.ACCOUNT_CLOSED
              : Refusal.ACCOUNT_SUSPENDED);
    }
    if (account.type() != AccountType.HOLDER) {
      return Optional.of(Refusal.POLICY_FORBIDS);
    }
    boolean resident = account.classification().role() == Role.RESIDENT;
    return policy
        .amount(resident ? Setting.BALANCE_CAP_RESIDENT : Setting.BALANCE_CAP_ORGANISATION)
        .filter(most ->
            account.balance().minorUnits() > most.minorUnits() - row.amount().minorUnits())
        .map(most -> Refusal.BALANCE_CAP_EXCEEDED);
  }

  /** By what was laid down: when it runs, and how much one person gets. */
  private Optional<Refusal> refusal(Row row, Order.Programme terms) {
    if (!terms.runs(Math.max(clock.instant().getEpochSecond(), programmes.now()))) {
      return Optional.of(Refusal.PROGRAMME_CLOSED);
    }
    long received = programmes.received(terms.from(), terms.programme(), row.to());
    return terms
        .perPerson()
        .filter(most -> row.amount().minorUnits() > most.minorUnits() - received)
        .map(most -> Refusal.ALREADY_GRANTED);
  }

  private static Draft draft(Buffer body) {
    List<InvalidPart> faults = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    Optional<String> programme = Optional.empty();
    try {
      Map<String, Object> json = CanonicalJson.parseAnyForm(body.getBytes());
      programme = Optional.ofNullable(json.get("programme")).map(String::valueOf);
      if (MEMBERS.containsAll(json.keySet())
          && json.getOrDefault("programme", "") instanceof String
          && json.get("rows") instanceof List<?> list
          && !list.isEmpty()
          && list.size() <= MOST_ROWS) {
        for (int at = 0; at < list.size(); at++) {
          row(list.get(at), "/rows/" + at, faults).ifPresent(rows::add);
        }
        faults.addAll(doubles(rows, faults));
      } else {
        faults.add(InvalidPart.inBody(
            "",
            "malformed",
            "must have rows, 1 to " + MOST_ROWS + ", if wished programme, and no more"));
      }
    } catch (MalformedOrder wrong) {
      faults.addAll(InvalidPart.of(wrong));
    }
    if (!faults.isEmpty()) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST, faults);
    }
    return new Draft(programme, rows);
  }

  /** In a list whose rows are all right, so that a row's number is its place. */
  private static List<InvalidPart> doubles(List<Row> rows, List<InvalidPart> faults) {
    List<InvalidPart> doubles = new ArrayList<>();
    Set<AccountId> seen = new HashSet<>();
    for (int at = 0; faults.isEmpty() && at < rows.size(); at++) {
      if (!seen.add(rows.get(at).to())) {
        doubles.add(InvalidPart.inBody(
            "/rows/" + at + "/to", "duplicate", "must be in the list once; add the amounts up"));
      }
    }
    return doubles;
  }

  private static Optional<Row> row(Object value, String pointer, List<InvalidPart> faults) {
    if (value instanceof Map<?, ?> row
        && row.keySet().equals(Set.of("amount", "to"))
        && row.get("to") instanceof String to
        && AccountId.isValid(to)
        && row.get("amount") instanceof Long amount
        && Amount.isValid(amount)) {
      return Optional.of(new Row(new AccountId(to), Amount.of(amount)));
    }
    faults.add(InvalidPart.inBody(
        pointer, "malformed", "must have to, an account id, and amount, in minor units"));
    return Optional.empty();
  }
}
