package org.omloop.server.http.bank;

import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;
import org.omloop.server.bank.BankStore;
import org.omloop.server.bank.EpcCode;
import org.omloop.server.bank.EuroCents;
import org.omloop.server.bank.Iban;
import org.omloop.server.bank.TopUpReference;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.view.Reading;

/** {@code GET /v1/accounts/{account}/top-up-reference}: how euros reach an account. Thread-safe. */
public final class TopUpHandler implements Handler<RoutingContext> {
  /** Whoever euros are brought to: members, and those who give on, such as a programme. */
  private static final Set<AccountType> TOPPED_UP =
      EnumSet.of(AccountType.HOLDER, AccountType.TREASURY, AccountType.FUND);

  private final Directory directory;
  private final BankStore store;
  private final Supplier<Policy> policy;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public TopUpHandler(Directory directory, BankStore store, Supplier<Policy> policy, Clock clock) {
    this.directory = directory;
    this.store = store;
    this.policy = policy;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    AccountId account = new AccountId(context.pathParam("account"));
    Account found = directory
        .account(account)
        .filter(each -> TOPPED_UP.contains(each.type()))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    if (found.status() == AccountStatus.CLOSED) {
      throw Problem.of(ProblemType.MEMBER_LEFT);
    }
    if (directory.genesis().filter(each -> each.scale() != EuroCents.SCALE).isPresent()) {
      throw Problem.of(ProblemType.NOT_IN_CENTS);
    }
    String iban = policy.get().text(Setting.RESERVE_IBAN);
    String name = policy.get().text(Setting.RESERVE_NAME);
    if (iban.isEmpty() || name.isEmpty()) {
      throw Problem.of(ProblemType.NO_RESERVE_ACCOUNT);
    }
    int year = clock.instant().atOffset(ZoneOffset.UTC).getYear();
    Reading.of(
            "references for topping up",
            store.standing(TopUpReference.standing(account, year, random)))
        .onSuccess(reference -> context.json(json(reference, new Iban(iban), name)))
        .onFailure(context::fail);
  }

  private static JsonObject json(TopUpReference reference, Iban iban, String name) {
    return new JsonObject()
        .put("account", reference.account().value())
        .put("reference", reference.reference().text())
        .put("referenceInFours", reference.reference().inFours())
        .put("name", name)
        .put("iban", iban.text())
        .put("ibanInFours", iban.inFours())
        .put(
            "code",
            EpcCode.of(name, iban, reference.cents(), reference.reference())
                .image()
                .json());
  }
}
