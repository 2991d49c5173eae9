package org.omloop.server.demo;

import org.omloop.ledger.order.Invitation;

/** An operator's one-time code and what it promises: what the founding of a ledger hands out. */
public record OperatorCode(String code, Invitation invitation) {
  @Override
  public String toString() {
    return "OperatorCode[of " + invitation.holder() + "]";
  }
}
