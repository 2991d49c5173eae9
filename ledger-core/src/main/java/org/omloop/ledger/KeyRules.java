package org.omloop.ledger;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Usage;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.policy.Setting;

/** Which keys may sign for an account, and who says so. */
final class KeyRules {
  private static final Set<Right> OFFICE = EnumSet.of(Right.OPERATE, Right.APPROVE);

  private KeyRules() {}

  static Ruling add(Order.KeyAdd add, Examination exam) {
    if (add.code().isPresent()) {
      return addByInvitation(add, add.code().get(), exam);
    }
    boolean own = exam.areAllOf(add.account()) && !add.account().equals(Ledger.OPERATOR);
    if (own) {
      examineOwn(add, exam);
      return addKey(add, 0, exam);
    }
    exam.signedByOperator().administrable(add.account()).signedByTwo();
    return addKey(add, activeFrom(add.account(), exam), exam);
  }

  /**
   * Where a member has, or had, a key already, a new one by the operators waits: whoever holds the old one sees it come
   * and can end it before it signs anything.
   */
  private static long activeFrom(AccountId account, Examination exam) {
    boolean recovers =
        exam.state.keys.values().stream().anyMatch(each -> each.account().equals(account))
            && isHolder(account, exam);
    return recovers ? exam.time.seconds() + exam.policy().seconds(Setting.KEY_RECOVERY_SECONDS) : 0;
  }

  private static boolean isHolder(AccountId account, Examination exam) {
    return Optional.ofNullable(exam.state.accounts.get(account))
        .filter(each -> each.type() == AccountType.HOLDER)
        .isPresent();
  }

  /** A member's own key may give another key what it has itself, and no more. */
  private static void examineOwn(Order.KeyAdd add, Examination exam) {
    exam.signedFor(add.account(), Right.PAY).standing(add.account());
    examineReach(add.rights(), add.perOrder(), exam);
    if (!isHolder(add.account(), exam)) {
      exam.signedByTwo();
    }
  }

  /** A key with a limit per day has no other in its reach: each new one would have the day's limit anew. */
  private static void examineReach(Set<Right> rights, Optional<Amount> perOrder, Examination exam) {
    for (EnrolledKey signer : exam.signers()) {
      exam.refuseIf(!signer.rights().containsAll(rights), Refusal.KEY_LACKS_RIGHT);
      boolean within = isWithin(perOrder, signer.perOrder()) && signer.perDay().isEmpty();
      exam.refuseIf(!within, Refusal.KEY_LIMIT_EXCEEDED);
    }
  }

  private static boolean isWithin(Optional<Amount> granted, Optional<Amount> own) {
    return own.map(most -> granted.filter(each -> each.compareTo(most) <= 0).isPresent())
        .orElse(true);
  }

  /** The new key signs for itself; the code is what an operator promised it to. */
  private static Ruling addByInvitation(Order.KeyAdd add, String code, Examination exam) {
    Optional<Invitation> invitation = exam.state
        .invitation(Invitation.hash(code))
        .filter(each -> each.account().equals(add.account()))
        .map(LedgerState.Pending::invitation);
    boolean bySelf = exam.order.signatures().size() == 1
        && exam.order.signatures().get(0).key().equals(add.key().keyId());
    exam.refuseIf(
        !bySelf
            || invitation.filter(each -> each.until() >= exam.time.seconds()).isEmpty(),
        Refusal.UNKNOWN_KEY);
    exam.refuseIf(
        invitation.filter(each -> isAsPromised(add, each)).isEmpty(), Refusal.KEY_LACKS_RIGHT);
    exam.administrable(add.account());
    return addKey(add, 0, exam);
  }

  private static boolean isAsPromised(Order.KeyAdd add, Invitation promise) {
    return promise.rights().equals(add.rights())
        && promise.holder().equals(add.holder())
        && promise.label().equals(add.label())
        && add.perOrder().isEmpty()
        && add.perDay().isEmpty();
  }

  private static Ruling addKey(Order.KeyAdd add, long activeFrom, Examination exam) {
    boolean isNew = !exam.state.keys.containsKey(add.key().keyId());
    exam.refuseIf(!isNew || !suits(add.account(), add.rights()), Refusal.POLICY_FORBIDS);
    return exam.rule(() -> new Ruling.Book(EntryKind.KEY_ADD, () -> {
      exam.state.put(new EnrolledKey(
          add.key(),
          add.account(),
          add.rights(),
          add.holder(),
          add.label(),
          add.perOrder(),
          add.perDay(),
          activeFrom,
          false,
          Usage.NONE));
      add.code().ifPresent(code -> exam.state.useInvitation(Invitation.hash(code)));
    }));
  }

  /**
   * Operators' rights belong to the operator's account alone; the server's right is given at genesis only; nobody signs
   * for units that do not exist yet or are under way.
   */
  private static boolean suits(AccountId account, Set<Right> rights) {
    return !rights.isEmpty()
        && !account.equals(Ledger.ISSUANCE)
        && !account.equals(Ledger.TRANSIT)
        && !rights.contains(Right.SERVE)
        && (account.equals(Ledger.OPERATOR) || rights.stream().noneMatch(OFFICE::contains));
  }

  static boolean mayBeInvited(Order.Open open, Invitation invitation) {
    return open.accountType() == AccountType.HOLDER
        && suits(open.account(), invitation.rights())
        && !invitation.rights().contains(Right.AUDIT);
  }

  /**
   * A key ends by itself, by the operators, or by another of its account: one that gives no less, on an account that stands.
   * One that waits ends by any that may pay, also on an account that was stopped: what is to be slow must not be made
   * impossible to object to.
   */
  static Ruling revoke(Order.KeyRevoke revoke, Examination exam) {
    Optional<EnrolledKey> key = Optional.ofNullable(exam.state.keys.get(revoke.key()))
        .filter(each -> each.account().equals(revoke.account()));
    boolean own = exam.areAllOf(revoke.account()) && !revoke.account().equals(Ledger.OPERATOR);
    boolean bySelf = exam.signers().stream().anyMatch(signer -> signer.id().equals(revoke.key()));
    if (!own) {
      exam.signedByOperator().administrable(revoke.account()).signedByTwo();
    } else if (key.filter(each -> each.waits(exam.time.seconds())).isPresent()) {
      exam.signedFor(revoke.account(), Right.PAY).administrable(revoke.account()); // an objection
    } else if (!bySelf) {
      exam.signedFor(revoke.account(), Right.PAY).standing(revoke.account());
      key.ifPresent(each -> examineReach(each.rights(), each.perOrder(), exam));
    }
    exam.refuseIf(key.isEmpty(), Refusal.UNKNOWN_KEY);
    exam.refuseIf(key.filter(EnrolledKey::revoked).isPresent(), Refusal.KEY_REVOKED);
    exam.refuseIf(
        key.filter(each -> each.rights().contains(Right.SERVE)).isPresent()
            || !leavesTwoOperators(revoke, exam),
        Refusal.POLICY_FORBIDS);
    return exam.rule(() -> new Ruling.Book(
        EntryKind.KEY_REVOKE, () -> exam.state.put(key.orElseThrow().revoke())));
  }

  /** With fewer than two who may sign, nobody could ever enrol another: the new key comes before the old one goes. */
  private static boolean leavesTwoOperators(Order.KeyRevoke revoke, Examination exam) {
    if (!exam.passes() || !revoke.account().equals(Ledger.OPERATOR)) {
      return true;
    }
    List<EnrolledKey> left = exam.state.keys.values().stream()
        .filter(each -> each.account().equals(Ledger.OPERATOR) && !each.id().equals(revoke.key()))
        .filter(each -> each.may(Right.OPERATE) || each.may(Right.APPROVE))
        .toList();
    return left.stream().anyMatch(each -> each.may(Right.OPERATE))
        && left.stream().map(EnrolledKey::holder).distinct().count() >= 2;
  }
}
