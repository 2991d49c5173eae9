package org.omloop.ledger.reference;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules for accounts, keys and policies. */
final class ReferenceOffice {
  private static final List<String> OPENABLE = List.of("holder", "treasury", "fund");

  /** From circulation.md, section 7: what no circuit may go below. */
  private static final Map<String, Long> LEAST = Map.of(
      "disclosureUnits", 10L,
      "disclosureProtectionPercent", 10L,
      "disclosureRoomPercent", 10L,
      "disclosureAmountStep", 1_000L,
      "disclosureCountStep", 5L,
      "disclosureCurveEntries", 10L,
      "disclosureCurveUnits", 10L);

  private ReferenceOffice() {}

  static void open(ReferenceCase it) {
    String type = it.order.text("accountType");
    it.mustBeSignedByOperator();
    it.objectIf(it.book.hasAccount(it.order.text("account")), "policy-forbids");
    it.objectIf(!OPENABLE.contains(type), "policy-forbids");
    it.objectIf(type.equals("fund") != it.order.text("role").equals("fund"), "policy-forbids");
    if (it.order.has("invitation")) {
      Map<String, Object> invitation = it.order.object("invitation");
      List<?> rights = (List<?>) invitation.get("rights");
      it.objectIf(
          it.book.invitation((String) invitation.get("codeHash")).isPresent(), "policy-forbids");
      it.objectIf(!type.equals("holder") || rights.isEmpty(), "policy-forbids");
      it.objectIf(
          rights.stream().anyMatch(List.of("operate", "approve", "audit", "serve")::contains),
          "policy-forbids");
    }
    it.kind = "open";
  }

  static void close(ReferenceCase it) {
    String account = changeable(it);
    boolean empty = it.book.balance(account).signum() == 0
        && it.book.available(account, it.second()).equals(it.book.limit(account));
    boolean awaitsBank = it.book
        .facts("redeem")
        .filter(fact -> fact.order().text("from").equals(account))
        .anyMatch(fact -> !it.book.isSettled(fact.order().id(), "paid-out")
            && !it.book.isSettled(fact.order().id(), "returned"));
    it.objectIf(!empty || awaitsBank, "policy-forbids");
    it.kind = "close";
  }

  static void suspend(ReferenceCase it) {
    changeable(it);
    it.kind = "suspend";
  }

  static void classify(ReferenceCase it) {
    String account = changeable(it);
    it.objectIf(
        it.book.type(account).equals("fund") != it.order.text("role").equals("fund"),
        "policy-forbids");
    it.kind = "classify";
  }

  private static String changeable(ReferenceCase it) {
    String account = it.order.text("account");
    it.mustBeSignedByOperator();
    it.mustExist(account);
    it.objectIf(!OPENABLE.contains(it.book.type(account)), "policy-forbids");
    return account;
  }

  static void limit(ReferenceCase it) {
    String account = it.order.text("account");
    it.mustBeSignedByOperator();
    it.mustBeSignedByTwoPeople();
    it.mustExist(account);
    it.objectIf(!it.book.type(account).equals("holder"), "policy-forbids");
    BigInteger drawn = it.book.limit(account).subtract(it.book.available(account, it.second()));
    it.objectIf(it.order.number("limit").compareTo(drawn) < 0, "insufficient-funds");
    it.kind = "limit";
  }

  static void policy(ReferenceCase it) {
    Map<String, Object> settings = it.order.object("settings");
    it.mustBeSignedByOperator();
    it.mustBeSignedByTwoPeople();
    it.objectIf(settings.isEmpty(), "policy-forbids");
    it.objectIf(
        settings.get("fundAccount") instanceof String fund
            && !it.book.type(fund).equals("fund"),
        "policy-forbids");
    if (settings.get("keyRecoverySeconds") instanceof Long next) {
      long wait = (Long) it.book.setting("keyRecoverySeconds", it.second());
      boolean inTime = it.order.number("effective").longValueExact() >= it.second() + wait;
      it.objectIf(next < wait && !inTime, "policy-forbids");
    }
    it.objectIf(
        LEAST.entrySet().stream()
            .anyMatch(least ->
                settings.get(least.getKey()) instanceof Long asked && asked < least.getValue()),
        "disclosure-too-loose");
    it.objectIf(
        settings.get("disclosureLargestPercent") instanceof Long most && most > 50,
        "disclosure-too-loose");
    it.kind = "policy";
  }

  static void keyAdd(ReferenceCase it) {
    String account = it.order.text("account");
    List<String> rights = it.order.texts("rights");
    if (it.order.has("code")) {
      byInvitation(it, account);
    } else if (isOwn(it, account)) {
      it.mustBeSignedFor(account, "pay");
      it.mustStand(account);
      mustReach(it, rights, it.order.optionalNumber("perOrder"));
      if (!it.book.type(account).equals("holder")) {
        it.mustBeSignedByTwoPeople();
      }
    } else {
      it.mustBeSignedByOperator();
      it.mustBeSignedByTwoPeople();
      it.mustExist(account);
    }
    boolean known = it.book.key(it.book.thumbprint(it.order.text("key"))).isPresent();
    boolean office = rights.contains("operate") || rights.contains("approve");
    it.objectIf(known || rights.isEmpty() || rights.contains("serve"), "policy-forbids");
    it.objectIf(office && !account.equals("operator"), "policy-forbids");
    it.objectIf(account.equals("issuance") || account.equals("transit"), "policy-forbids");
    it.kind = "key-add";
  }

  private static boolean isOwn(ReferenceCase it, String account) {
    return it.isSignedByKeysOf(account) && !account.equals("operator");
  }

  private static void mustReach(
      ReferenceCase it, List<String> rights, Optional<BigInteger> perOrder) {
    for (ReferenceKey signer : it.keys()) {
      it.objectIf(!signer.rights().containsAll(rights), "key-lacks-right");
      boolean more = signer.perOrder().isPresent()
          && perOrder.map(each -> each.compareTo(signer.perOrder().get()) > 0).orElse(true);
      it.objectIf(more || signer.perDay().isPresent(), "key-limit-exceeded");
    }
  }

  private static void byInvitation(ReferenceCase it, String account) {
    String hash = ReferenceBook.sha256(it.order.text("code"));
    Optional<Map<?, ?>> promise = it.book
        .invitation(hash)
        .filter(each -> each.getKey().equals(account) && !it.book.isUsed(hash))
        .<Map<?, ?>>map(Map.Entry::getValue);
    boolean dead = promise.map(each -> (Long) each.get("until") < it.second()).orElse(true);
    boolean byItself = it.order.signers().equals(List.of(it.book.thumbprint(it.order.text("key"))));
    it.objectIf(dead || !byItself, "unknown-key");
    it.objectIf(
        promise.isPresent()
            && (!promise.get().get("rights").equals(it.order.texts("rights"))
                || !promise.get().get("holder").equals(it.order.text("holder"))
                || !promise.get().get("label").equals(it.order.text("label"))
                || it.order.has("perOrder")
                || it.order.has("perDay")),
        "key-lacks-right");
    it.mustExist(account);
  }

  static void keyRevoke(ReferenceCase it) {
    String account = it.order.text("account");
    String id = it.order.text("key");
    Optional<ReferenceKey> key = it.book.key(id).filter(each -> each.account().equals(account));
    if (!isOwn(it, account)) {
      it.mustBeSignedByOperator();
      it.mustBeSignedByTwoPeople();
      it.mustExist(account);
    } else if (key.filter(each -> each.activeFrom() > it.second()).isPresent()) {
      it.mustBeSignedFor(account, "pay");
      it.mustExist(account);
    } else if (!it.order.signers().contains(id)) {
      it.mustBeSignedFor(account, "pay");
      it.mustStand(account);
      key.ifPresent(each -> mustReach(it, each.rights(), each.perOrder()));
    }
    it.objectIf(key.isEmpty(), "unknown-key");
    it.objectIf(key.filter(ReferenceKey::revoked).isPresent(), "key-revoked");
    it.objectIf(key.filter(each -> each.rights().contains("serve")).isPresent(), "policy-forbids");
    it.objectIf(account.equals("operator") && !leavesTwo(it, id), "policy-forbids");
    it.kind = "key-revoke";
  }

  private static boolean leavesTwo(ReferenceCase it, String gone) {
    List<ReferenceKey> left = it.book.keysOf("operator").stream()
        .filter(key -> !key.revoked() && !key.id().equals(gone))
        .toList();
    return left.stream().anyMatch(key -> key.rights().contains("operate"))
        && left.stream()
                .filter(key -> key.rights().contains("operate") || key.rights().contains("approve"))
                .map(ReferenceKey::holder)
                .distinct()
                .count()
            >= 2;
  }
}
