package org.omloop.ledger;

import org.omloop.ledger.order.Order;

/** Finds the rule for an order. */
final class Rules {
  private Rules() {}

  static Ruling rule(Order order, long index, Examination exam) {
    if (order instanceof Order.Pay pay) {
      return PaymentRules.pay(pay, exam);
    }
    if (order instanceof Order.Refund refund) {
      return PaymentRules.refund(refund, exam);
    }
    if (order instanceof Order.Issue issue) {
      return InflowRules.issue(issue, exam);
    }
    if (order instanceof Order.Grant grant) {
      return ProgrammeRules.grant(grant, exam);
    }
    if (order instanceof Order.Programme programme) {
      return ProgrammeRules.programme(programme, exam);
    }
    if (order instanceof Order.Redeem redeem) {
      return RedemptionRules.redeem(redeem, exam);
    }
    if (order instanceof Order.PaidOut paidOut) {
      return RedemptionRules.paidOut(paidOut, exam);
    }
    if (order instanceof Order.Returned returned) {
      return RedemptionRules.returned(returned, exam);
    }
    if (order instanceof Order.Hold hold) {
      return HoldRules.hold(hold, exam);
    }
    if (order instanceof Order.Capture capture) {
      return HoldRules.capture(capture, exam);
    }
    if (order instanceof Order.Release release) {
      return HoldRules.release(release, exam);
    }
    return administrative(order, index, exam);
  }

  private static Ruling administrative(Order order, long index, Examination exam) {
    if (order instanceof Order.Open open) {
      return MemberRules.open(open, exam);
    }
    if (order instanceof Order.Close close) {
      return MemberRules.close(close, exam);
    }
    if (order instanceof Order.Suspend suspend) {
      return MemberRules.suspend(suspend, exam);
    }
    if (order instanceof Order.Classify classify) {
      return MemberRules.classify(classify, exam);
    }
    if (order instanceof Order.Limit limit) {
      return MemberRules.limit(limit, exam);
    }
    if (order instanceof Order.KeyAdd add) {
      return KeyRules.add(add, exam);
    }
    if (order instanceof Order.KeyRevoke revoke) {
      return KeyRules.revoke(revoke, exam);
    }
    if (order instanceof Order.PolicyChange change) {
      return FoundingRules.policy(change, exam);
    }
    if (order instanceof Order.Genesis genesis) {
      return FoundingRules.genesis(genesis, exam);
    }
    if (order instanceof Order.Levy levy) {
      return ServiceRules.levy(levy, exam);
    }
    if (order instanceof Order.Seal seal) {
      return ServiceRules.seal(seal, index, exam);
    }
    return ServiceRules.statement((Order.Statement) order, exam);
  }
}
