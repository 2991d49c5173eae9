package org.omloop.ledger.reference;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The rules for what the server books by policy. */
final class ReferenceService {
  private ReferenceService() {}

  static void levy(ReferenceCase it) {
    String period = it.order.text("period");
    String account = it.order.text("account");
    it.mustBeSignedFor("operator", "serve");
    it.mustExist(account);
    it.objectIf(it.fund().isEmpty(), "policy-forbids");
    it.objectIf(
        it.amount("demurrageBasisPoints").orElse(BigInteger.ZERO).signum() == 0, "policy-forbids");
    it.objectIf(
        !List.of(it.month().toString(), it.month().minusMonths(1).toString()).contains(period),
        "policy-forbids");
    it.objectIf(
        it.book.hasAccount(account) && !it.book.type(account).equals("holder"), "policy-forbids");
    it.objectIf(
        it.book
            .facts("levy")
            .filter(fact -> fact.order().text("account").equals(account))
            .anyMatch(fact -> fact.order().text("period").compareTo(period) >= 0),
        "policy-forbids");
    it.kind = "demurrage";
    it.fund().ifPresent(fund -> charge(it, account, fund));
  }

  private static void charge(ReferenceCase it, String account, String fund) {
    BigInteger spared = it.amount("demurrageFreeAmount").orElse(BigInteger.ZERO);
    BigInteger base = it.book.balance(account).subtract(spared).max(BigInteger.ZERO);
    if (it.book.status(account).equals("open")) {
      BigInteger free = it.book
          .available(account, it.second())
          .subtract(ReferenceEarmarks.locked(it, account, ""));
      BigInteger charge = it.share(base, "demurrageBasisPoints").min(free);
      it.move(account, fund, charge);
    }
  }

  static void seal(ReferenceCase it) {
    it.mustBeSignedFor("operator", "serve");
    it.objectIf(!it.order.number("size").equals(BigInteger.valueOf(it.index)), "policy-forbids");
    List<String> leaves = it.book.accounts().stream()
        .map(id -> "{\"account\":\"%s\",\"balance\":%s}".formatted(id, it.book.balance(id)))
        .toList();
    String root = Base64.getUrlEncoder().withoutPadding().encodeToString(root(leaves));
    it.objectIf(!root.equals(it.order.text("root")), "policy-forbids");
    it.kind = "seal";
  }

  /** RFC 6962, section 2.1, word for word: split at the largest power of two below the count. */
  private static byte[] root(List<String> leaves) {
    if (leaves.size() == 1) {
      return sha256(new byte[] {0}, leaves.get(0).getBytes(StandardCharsets.UTF_8));
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return sha256(
        new byte[] {1}, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List.of(parts).forEach(digest::update);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static void statement(ReferenceCase it) {
    it.mustBeSignedFor("operator", "serve");
    Optional<Payload> last =
        it.book.facts("statement").map(Fact::order).reduce((earlier, later) -> later);
    last.ifPresent(before -> it.objectIf(
        !before.text("iban").equals(it.order.text("iban"))
            || before.number("number").compareTo(it.order.number("number")) >= 0
            || !before.number("closing").equals(it.order.number("opening")),
        "policy-forbids"));
    it.kind = "statement";
  }
}
