package org.omloop.ledger.order;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;

/** Writes an order's payload, for those who sign; the twin of the decoder. Thread-safe. */
public final class OrderEncoder {
  private OrderEncoder() {}

  /** Returns the payload's canonical bytes. */
  public static byte[] encode(Order order) {
    Map<String, Object> members = members(order);
    Terms terms = order.terms();
    members.put("ledger", terms.ledger());
    members.put("order", terms.id().toString());
    members.put("iat", terms.issuedAt());
    members.put("exp", terms.expiresAt());
    return CanonicalJson.write(members).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> members(Order order) {
    if (order instanceof Order.Pay pay) {
      Map<String, Object> members = transfer("pay", pay.from().value(), pay.to().value());
      members.put("amount", pay.amount().minorUnits());
      pay.request().ifPresent(request -> members.put("request", request.toString()));
      pay.memoHash().ifPresent(hash -> members.put("memoHash", hash));
      return members;
    }
    if (order instanceof Order.Refund refund) {
      Map<String, Object> members = of("refund");
      members.put("original", refund.original().toString());
      members.put("amount", refund.amount().minorUnits());
      refund.memoHash().ifPresent(hash -> members.put("memoHash", hash));
      return members;
    }
    if (order instanceof Order.Redeem redeem) {
      Map<String, Object> members = of("redeem");
      members.put("from", redeem.from().value());
      members.put("amount", redeem.amount().minorUnits());
      members.put("purpose", redeem.purpose().wireName());
      redeem.sector().ifPresent(sector -> members.put("sector", sector));
      members.put("ibanHash", redeem.ibanHash());
      return members;
    }
    if (order instanceof Order.Issue issue) {
      Map<String, Object> members = of("issue");
      members.put("to", issue.to().value());
      members.put("amount", issue.amount().minorUnits());
      members.put("bank", issue.bank());
      return members;
    }
    if (order instanceof Order.Grant grant) {
      Map<String, Object> members =
          transfer("grant", grant.from().value(), grant.to().value());
      members.put("amount", grant.amount().minorUnits());
      members.put("programme", grant.programme());
      return members;
    }
    if (order instanceof Order.Programme programme) {
      return programme(programme);
    }
    if (order instanceof Order.Hold hold) {
      Map<String, Object> members =
          transfer("hold", hold.from().value(), hold.to().value());
      members.put("amount", hold.amount().minorUnits());
      members.put("until", hold.until());
      return members;
    }
    if (order instanceof Order.Capture capture) {
      Map<String, Object> members = of("capture");
      members.put("hold", capture.hold().toString());
      members.put("amount", capture.amount().minorUnits());
      return members;
    }
    if (order instanceof Order.Release release) {
      Map<String, Object> members = of("release");
      members.put("hold", release.hold().toString());
      return members;
    }
    if (order instanceof Order.PaidOut paidOut) {
      return payout("paid-out", paidOut.redeem(), paidOut.bank());
    }
    if (order instanceof Order.Returned returned) {
      return payout("returned", returned.redeem(), returned.bank());
    }
    return administrative(order);
  }

  private static Map<String, Object> administrative(Order order) {
    if (order instanceof Order.Open open) {
      Map<String, Object> members = on("open", open.account().value());
      members.put("accountType", open.accountType().wireName());
      put(members, open.classification());
      open.invitation().ifPresent(each -> members.put("invitation", invitation(each)));
      return members;
    }
    if (order instanceof Order.Close close) {
      return on("close", close.account().value());
    }
    if (order instanceof Order.Suspend suspend) {
      Map<String, Object> members = on("suspend", suspend.account().value());
      members.put("suspended", suspend.suspended());
      return members;
    }
    if (order instanceof Order.Classify classify) {
      Map<String, Object> members = on("classify", classify.account().value());
      put(members, classify.classification());
      members.put("level", classify.level());
      return members;
    }
    if (order instanceof Order.Limit limit) {
      Map<String, Object> members = on("limit", limit.account().value());
      members.put("limit", limit.limit());
      return members;
    }
    if (order instanceof Order.KeyAdd add) {
      return keyAdd(add);
    }
    if (order instanceof Order.KeyRevoke revoke) {
      Map<String, Object> members = on("key-revoke", revoke.account().value());
      members.put("key", revoke.key().toString());
      return members;
    }
    return ofTheWhole(order);
  }

  private static Map<String, Object> ofTheWhole(Order order) {
    if (order instanceof Order.Genesis genesis) {
      Map<String, Object> members = of("genesis");
      members.put("name", genesis.name());
      members.put("unit", genesis.unit());
      members.put("scale", genesis.scale());
      members.put("logKey", genesis.logKey());
      members.put("serverKey", genesis.serverKey().toString());
      members.put(
          "operators",
          genesis.operators().stream().map(OrderEncoder::invitation).toList());
      members.put("settings", Settings.write(genesis.settings()));
      return members;
    }
    if (order instanceof Order.PolicyChange change) {
      Map<String, Object> members = of("policy");
      members.put("effective", change.effective());
      members.put("settings", Settings.write(change.settings()));
      return members;
    }
    if (order instanceof Order.Levy levy) {
      Map<String, Object> members = of("levy");
      members.put("period", levy.period());
      members.put("account", levy.account().value());
      return members;
    }
    if (order instanceof Order.Seal seal) {
      Map<String, Object> members = of("seal");
      members.put("size", seal.size());
      members.put("root", seal.root());
      return members;
    }
    return statement((Order.Statement) order);
  }

  private static Map<String, Object> programme(Order.Programme programme) {
    Map<String, Object> members = of("programme");
    members.put("from", programme.from().value());
    members.put("programme", programme.programme());
    members.put("budget", programme.budget().minorUnits());
    members.put("starts", programme.starts());
    members.put("ends", programme.ends());
    programme.perPerson().ifPresent(most -> members.put("perPerson", most.minorUnits()));
    putUnlessEmpty(
        members, "partners", programme.partners().stream().map(AccountId::value).toList());
    if (programme.bonusBasisPoints() > 0) {
      members.put("bonusBasisPoints", programme.bonusBasisPoints());
    }
    putUnlessEmpty(members, "areas", programme.areas());
    putUnlessEmpty(members, "sectors", programme.sectors());
    programme.spendUntil().ifPresent(until -> members.put("spendUntil", until));
    return members;
  }

  private static void putUnlessEmpty(Map<String, Object> members, String name, List<String> list) {
    if (!list.isEmpty()) {
      members.put(name, list);
    }
  }

  private static Map<String, Object> keyAdd(Order.KeyAdd add) {
    Map<String, Object> members = on("key-add", add.account().value());
    members.put("key", add.key().toString());
    members.put("rights", rights(add.rights()));
    members.put("holder", add.holder());
    members.put("label", add.label());
    add.perOrder().ifPresent(amount -> members.put("perOrder", amount.minorUnits()));
    add.perDay().ifPresent(amount -> members.put("perDay", amount.minorUnits()));
    add.code().ifPresent(code -> members.put("code", code));
    return members;
  }

  private static Map<String, Object> statement(Order.Statement statement) {
    Map<String, Object> members = of("statement");
    members.put("iban", statement.iban());
    members.put("number", statement.number());
    members.put("openingDate", statement.openingDate());
    members.put("closingDate", statement.closingDate());
    members.put("opening", statement.opening());
    members.put("credits", statement.credits());
    members.put("debits", statement.debits());
    members.put("closing", statement.closing());
    members.put("fileHash", statement.fileHash());
    return members;
  }

  private static Map<String, Object> invitation(Invitation invitation) {
    Map<String, Object> members = new TreeMap<>();
    members.put("codeHash", invitation.codeHash());
    members.put("holder", invitation.holder());
    members.put("label", invitation.label());
    members.put("rights", rights(invitation.rights()));
    members.put("until", invitation.until());
    return members;
  }

  private static List<String> rights(Set<Right> rights) {
    return rights.stream().map(Right::wireName).sorted().toList();
  }

  private static void put(Map<String, Object> members, Classification classification) {
    members.put("role", classification.role().wireName());
    members.put("sector", classification.sector());
    members.put("area", classification.area());
  }

  private static Map<String, Object> payout(String type, OrderId redeem, String bank) {
    Map<String, Object> members = of(type);
    members.put("redeem", redeem.toString());
    members.put("bank", bank);
    return members;
  }

  private static Map<String, Object> transfer(String type, String from, String to) {
    Map<String, Object> members = of(type);
    members.put("from", from);
    members.put("to", to);
    return members;
  }

  private static Map<String, Object> on(String type, String account) {
    Map<String, Object> members = of(type);
    members.put("account", account);
    return members;
  }

  private static Map<String, Object> of(String type) {
    return new TreeMap<>(Map.of("type", type));
  }
}
