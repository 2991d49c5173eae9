package org.omloop.ledger;

import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.Order;

/** What treasuries and the fund hand out: by two of their people, or as two operators laid down beforehand. */
final class ProgrammeRules {
  private ProgrammeRules() {}

  /**
   * Two operators lay down or change; one alone may end it sooner, which hands out nothing and frees nothing, and whatever
   * became of its accounts meanwhile.
   */
  static Ruling programme(Order.Programme order, Examination exam) {
    exam.signedByOperator();
    boolean endsSooner = exam.state
        .programmes
        .terms(ProgrammeName.of(order))
        .filter(order::endsBefore)
        .isPresent();
    if (!endsSooner) {
      examineAccounts(order, exam.standing(order.from()).signedByTwo());
    }
    return exam.rule(() -> new Ruling.Book(
        EntryKind.PROGRAMME, () -> exam.state.programmes.lay(order, exam.time.seconds())));
  }

  private static void examineAccounts(Order.Programme order, Examination exam) {
    boolean mayGrant = Optional.ofNullable(exam.state.accounts.get(order.from()))
        .filter(ProgrammeRules::grants)
        .isPresent();
    boolean arePartners =
        order.partners().stream().allMatch(each -> isOrganisation(each, exam.state));
    exam.refuseIf(!mayGrant || !arePartners, Refusal.POLICY_FORBIDS);
  }

  private static boolean grants(Account account) {
    return account.type() == AccountType.TREASURY || account.type() == AccountType.FUND;
  }

  private static boolean isOrganisation(AccountId id, LedgerState state) {
    return Optional.ofNullable(state.accounts.get(id))
        .filter(each -> each.type() == AccountType.HOLDER && !Examination.isResident(each))
        .isPresent();
  }

  static Ruling grant(Order.Grant grant, Examination exam) {
    Optional<Order.Programme> terms = exam.state.programmes.terms(ProgrammeName.of(grant));
    Optional<AccountId> partner = terms.flatMap(each -> partner(each, exam));
    boolean isBonus =
        terms.filter(each -> each.bonusBasisPoints() > 0).isPresent() && isByServer(exam);
    Ruling ruling = grant(grant, terms, partner, isBonus, exam);
    if (isBonus && ruling instanceof Ruling.Refuse) {
      exam.state.programmes.bonusRefused(grant); // the refusal is an entry, so replay does the same
    }
    return ruling;
  }

  private static Ruling grant(
      Order.Grant grant,
      Optional<Order.Programme> terms,
      Optional<AccountId> partner,
      boolean isBonus,
      Examination exam) {
    if (partner.isPresent()) {
      exam.signedFor(partner.get(), Right.RECEIVE).standing(partner.get());
    } else if (isBonus) {
      exam.signedFor(Ledger.OPERATOR, Right.SERVE);
    } else {
      exam.signedFor(grant.from(), Right.PAY).signedByTwo();
    }
    exam.standing(grant.from(), grant.to());
    exam.refuseIf(grant.from().equals(grant.to()), Refusal.SAME_ACCOUNT);
    if (!exam.passes()) {
      return exam.refused();
    }
    Account source = exam.state.account(grant.from());
    Account payee = exam.state.account(grant.to());
    exam.withinKeyLimits(grant.amount()).withinCap(payee, grant.amount().minorUnits());
    exam.refuseIf(!source.canPay(grant.amount()), Refusal.INSUFFICIENT_FUNDS);
    exam.refuseIf(!grants(source) || payee.type() != AccountType.HOLDER, Refusal.POLICY_FORBIDS);
    boolean residentsOnly = partner.isPresent() || isBonus;
    exam.refuseIf(residentsOnly && !Examination.isResident(payee), Refusal.POLICY_FORBIDS);
    terms.ifPresent(each -> examineTerms(grant, each, isBonus, exam));
    return exam.rule(() -> new Ruling.Book(
        EntryKind.GRANT, List.of(new Leg(grant.from(), grant.to(), grant.amount())), () -> {
          exam.state.payments.put(
              exam.order.id(),
              new Payment(grant.from(), grant.to(), grant.amount(), 0, Optional.empty()));
          exam.countAgainstKeys(grant.amount());
          exam.state.programmes.granted(grant);
        }));
  }

  /** The partner all of whose keys signed. */
  private static Optional<AccountId> partner(Order.Programme terms, Examination exam) {
    return terms.partners().stream().filter(exam::areAllOf).findFirst();
  }

  private static boolean isByServer(Examination exam) {
    return exam.areAllOf(Ledger.OPERATOR)
        && exam.signers().stream().allMatch(each -> each.rights().contains(Right.SERVE));
  }

  private static void examineTerms(
      Order.Grant grant, Order.Programme terms, boolean isBonus, Examination exam) {
    Programmes programmes = exam.state.programmes;
    long amount = grant.amount().minorUnits();
    ProgrammeName name = ProgrammeName.of(grant);
    long received = programmes.received(name, grant.to());
    exam.refuseIf(!terms.runs(exam.time.seconds()), Refusal.PROGRAMME_CLOSED);
    exam.refuseIf(
        amount > terms.budget().minorUnits() - programmes.handedOut(name), Refusal.BUDGET_EXCEEDED);
    exam.refuseIf(
        terms.perPerson().filter(most -> amount > most.minorUnits() - received).isPresent(),
        Refusal.ALREADY_GRANTED);
    exam.refuseIf(
        isBonus && amount > programmes.earned(terms, grant.to()) - received,
        Refusal.POLICY_FORBIDS);
  }
}
