package org.omloop.ledger.script;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.policy.Setting;

/** The lines by which the association runs its ledger: accounts, keys, rules. */
final class OfficeLines {
  private static final List<String> VERBS = List.of(
      "close", "suspend", "resume", "classify", "limit", "key", "revoke", "policy", "programme");
  private static final String[] TWO = {"chair", "treasurer"};
  private static final String LAYS_DOWN_FOR = "30d";

  private final Scene scene;

  OfficeLines(Scene scene) {
    this.scene = scene;
  }

  static boolean know(String verb) {
    return VERBS.contains(verb);
  }

  Draft draft(String verb, ScriptLine line) {
    Terms terms = scene.terms(line);
    return switch (verb) {
      case "close" -> Draft.of(new Order.Close(terms, account(line)), "chair");
      case "suspend" -> Draft.of(new Order.Suspend(terms, account(line), true), "chair");
      case "resume" -> Draft.of(new Order.Suspend(terms, account(line), false), "chair");
      case "classify" -> classify(terms, line);
      case "limit" ->
        Draft.of(new Order.Limit(terms, account(line), AmountText.read(line.word("limit"))), TWO);
      case "key" -> key(terms, line);
      case "revoke" -> revoke(terms, line);
      case "programme" -> programme(terms, line);
      default -> policy(terms, line);
    };
  }

  /** Drafts an opening; its holder is invited unless {@code invite} is none. */
  Draft open(String invite, ScriptLine line) {
    Terms terms = scene.terms(line);
    String name = line.word("account");
    String role = line.word("role");
    AccountType type =
        AccountType.valueOf(line.option("type", type(role)).toUpperCase(Locale.ROOT));
    Optional<Invitation> invitation = invite.equals("none")
        ? Optional.empty()
        : Optional.of(
            invitation(name, line.option("code", Scene.code(name)), rights(line), until(line)));
    return Draft.of(
        new Order.Open(terms, new AccountId(name), type, classification(role, line), invitation),
        "chair");
  }

  /** Drafts the enrolment of a key that answers an invitation. */
  Draft enrolment(String name, AccountId account, String code, Set<Right> rights) {
    return Draft.of(
        new Order.KeyAdd(
            scene.terms("enrolment of " + name),
            account,
            scene.key(name).publicKey(),
            rights,
            name,
            "phone",
            Optional.empty(),
            Optional.empty(),
            Optional.of(code)),
        name);
  }

  static Invitation invitation(String name, String code, Set<Right> rights, long until) {
    return new Invitation(Invitation.hash(code), name, "phone", rights, until);
  }

  /** Returns how long an invitation holds, unix seconds. */
  long until(ScriptLine line) {
    return scene.seconds(line.option("until", "7d"));
  }

  private Draft classify(Terms terms, ScriptLine line) {
    AccountId account = account(line);
    Classification facts = classification(line.word("role"), line);
    return Draft.of(
        new Order.Classify(terms, account, facts, Integer.parseInt(line.option("level", "0"))),
        "chair");
  }

  private Draft key(Terms terms, ScriptLine line) {
    String name = line.word("key");
    String account = line.word("account");
    Optional<String> code = line.option("code");
    return Draft.of(
        new Order.KeyAdd(
            terms,
            new AccountId(account),
            scene.key(line.option("same-as", name)).publicKey(),
            rights(line),
            line.option("holder", name),
            line.option("label", "phone"),
            line.option("per-order").map(AmountText::read).map(Amount::of),
            line.option("per-day").map(AmountText::read).map(Amount::of),
            code),
        code.isPresent() ? name : account);
  }

  private Draft revoke(Terms terms, ScriptLine line) {
    String name = line.word("key");
    String account = line.word("account");
    return Draft.of(
        new Order.KeyRevoke(
            terms, new AccountId(account), scene.key(name).publicKey().keyId()),
        account);
  }

  private Draft programme(Terms terms, ScriptLine line) {
    String name = line.word("programme");
    String ends = line.option("ends", LAYS_DOWN_FOR);
    String spendUntil = line.option("spend-until", ends);
    List<String> areas = list(line, "areas");
    List<String> sectors = list(line, "sectors");
    boolean isEarmarked = !areas.isEmpty() || !sectors.isEmpty();
    return Draft.of(
        new Order.Programme(
            terms,
            account(line),
            name,
            Amount.of(AmountText.read(line.word("budget"))),
            scene.seconds(line.option("starts", "0s")),
            scene.seconds(ends),
            line.option("per-person").map(AmountText::read).map(Amount::of),
            list(line, "partners").stream().map(AccountId::new).toList(),
            Integer.parseInt(line.option("bonus", "0")),
            areas,
            sectors,
            isEarmarked ? Optional.of(scene.seconds(spendUntil)) : Optional.empty()),
        TWO);
  }

  private static List<String> list(ScriptLine line, String option) {
    return line.option(option).map(each -> List.of(each.split(","))).orElse(List.of());
  }

  private Draft policy(Terms terms, ScriptLine line) {
    long effective = scene.seconds(line.option("effective", "0s"));
    return Draft.of(new Order.PolicyChange(terms, effective, settings(line)), TWO);
  }

  static Map<Setting, Optional<Object>> settings(ScriptLine line) {
    Map<Setting, Optional<Object>> settings = new HashMap<>();
    line.options().forEach((name, value) -> {
      Setting setting = Setting.named(name)
          .orElseThrow(() -> new IllegalArgumentException("knows no setting " + name));
      settings.put(setting, SettingText.read(setting, value));
    });
    return settings;
  }

  static Set<Right> rights(ScriptLine line) {
    return line.option("rights").map(OfficeLines::rights).orElse(Scene.MEMBER);
  }

  static Set<Right> rights(String list) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    Arrays.stream(list.split(","))
        .map(name -> Right.valueOf(name.toUpperCase(Locale.ROOT)))
        .forEach(rights::add);
    return rights;
  }

  private static AccountId account(ScriptLine line) {
    return new AccountId(line.word("account"));
  }

  private static String type(String role) {
    return switch (role) {
      case "treasury", "fund" -> role;
      default -> "holder";
    };
  }

  private static Classification classification(String role, ScriptLine line) {
    String name =
        switch (role) {
          case "organisation" -> "FIRM";
          case "treasury" -> "GOVERNMENT";
          default -> role.toUpperCase(Locale.ROOT);
        };
    return new Classification(
        Role.valueOf(name), line.option("sector", ""), line.option("area", ""));
  }
}
