package org.omloop.server.demo.market;

import java.util.EnumMap;
import java.util.Map;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Purpose;
import org.omloop.server.demo.neighbourhood.Neighbourhood;

/**
 * Adds intents up to {@link PlannedFigures}.
 *
 * <p>Confined to one thread.
 */
final class FigureFold implements Act.Cases<FigureFold> {
  private final Roles roles;
  private final Map<EntryKind, Long> spent = new EnumMap<>(EntryKind.class);
  private final Map<Purpose, Long> redeemed = new EnumMap<>(Purpose.class);
  private final Map<Refusal, Long> refusals = new EnumMap<>(Refusal.class);
  private long intents;
  private long issued;
  private long granted;
  private long refunded;
  private long paidOut;
  private long returned;

  FigureFold(Neighbourhood neighbourhood) {
    this.roles = new Roles(neighbourhood);
  }

  void take(Intent intent) {
    intents++;
    intent.refusal().ifPresentOrElse(reason -> refusals.merge(reason, 1L, Long::sum), () -> intent
        .act()
        .match(this));
  }

  PlannedFigures figures() {
    return new PlannedFigures(
        intents, issued, granted, spent, refunded, redeemed, paidOut, returned, refusals);
  }

  @Override
  public FigureFold join(Act.Join act) {
    return this;
  }

  @Override
  public FigureFold enrol(Act.Enrol act) {
    return this;
  }

  @Override
  public FigureFold classify(Act.Classify act) {
    return this;
  }

  @Override
  public FigureFold topUp(Act.TopUp act) {
    issued += act.amount().minorUnits();
    return this;
  }

  @Override
  public FigureFold layDown(Act.LayDown act) {
    return this;
  }

  @Override
  public FigureFold grant(Act.Grant act) {
    granted += act.amount().minorUnits();
    return this;
  }

  @Override
  public FigureFold pay(Act.Pay act) {
    return spend(act.from(), act.to(), act.amount());
  }

  @Override
  public FigureFold refund(Act.Refund act) {
    refunded += act.amount().minorUnits();
    return this;
  }

  @Override
  public FigureFold redeem(Act.Redeem act) {
    redeemed.merge(act.purpose(), act.amount().minorUnits(), Long::sum);
    return this;
  }

  /** A redemption that comes back counts as never redeemed. */
  @Override
  public FigureFold returned(Act.Returned act) {
    redeemed.merge(act.purpose(), -act.amount().minorUnits(), Long::sum);
    returned += act.amount().minorUnits();
    return this;
  }

  @Override
  public FigureFold statement(Act.Statement act) {
    return this;
  }

  @Override
  public FigureFold paidOut(Act.PaidOut act) {
    paidOut += act.amount().minorUnits();
    return this;
  }

  @Override
  public FigureFold hold(Act.Hold act) {
    return this;
  }

  @Override
  public FigureFold capture(Act.Capture act) {
    return spend(act.from(), act.to(), act.amount());
  }

  @Override
  public FigureFold release(Act.Release act) {
    return this;
  }

  @Override
  public FigureFold suspend(Act.Suspend act) {
    return this;
  }

  @Override
  public FigureFold levy(Act.Levy act) {
    return this;
  }

  private FigureFold spend(AccountId from, AccountId to, Amount amount) {
    spent.merge(roles.payment(from, to), amount.minorUnits(), Long::sum);
    return this;
  }
}
