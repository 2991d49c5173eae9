package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.Neighbourhood;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Programme;
import org.omloop.server.demo.neighbourhood.Resident;

/**
 * The plan in the making: the wishes still to come, the intents of the day so far, and the balances they leave.
 *
 * <p>Confined to one thread.
 */
final class Book {
  private final Neighbourhood neighbourhood;
  private final Chance chance;
  private final Mirror mirror;
  private final Agenda agenda = new Agenda();
  private final Set<AccountId> inactive = new HashSet<>();
  private final Set<AccountId> withoutInterest = new HashSet<>();
  private final List<Resident> residents = new ArrayList<>();
  private final List<Organisation> organisations = new ArrayList<>();
  /** Those that have joined; looked up in, never walked through. */
  private final Map<AccountId, Organisation> sellers = new HashMap<>();

  private List<Intent> intents = new ArrayList<>();
  private long numbers;
  private long references;
  private List<BankLine> bankLines = new ArrayList<>();
  private long fundThisMorning;

  Book(Neighbourhood neighbourhood, Chance chance, MarketRules rules) {
    this.neighbourhood = neighbourhood;
    this.chance = chance;
    this.mirror =
        new Mirror(new Roles(neighbourhood), rules, neighbourhood.fund().account());
    neighbourhood.residents().stream().filter(each -> each.joinsOn() == 0).forEach(residents::add);
    neighbourhood.organisations().stream()
        .filter(each -> each.joinsOn() == 0)
        .forEach(this::welcome);
  }

  Neighbourhood neighbourhood() {
    return neighbourhood;
  }

  Chance chance() {
    return chance;
  }

  /** Returns the residents who have joined so far, in that order; those who have left included. */
  List<Resident> residents() {
    return Collections.unmodifiableList(residents);
  }

  /** Returns the organisations that have joined so far, in that order: the municipality first. */
  List<Organisation> organisations() {
    return Collections.unmodifiableList(organisations);
  }

  /** Takes a resident into the market. */
  void welcome(Resident resident) {
    residents.add(resident);
  }

  /** Takes an organisation into the market. */
  void welcome(Organisation organisation) {
    organisations.add(organisation);
    sellers.put(organisation.account(), organisation);
  }

  /** Returns how many residents take part: without those who have left or lost interest, or whose account stands still. */
  int activeResidents() {
    return residents.size() - inactive.size() - withoutInterest.size();
  }

  /** Returns those of an organisation's suppliers that have joined. */
  List<Organisation> suppliers(Organisation organisation) {
    return organisation.suppliers().stream()
        .flatMap(each -> Optional.ofNullable(sellers.get(each)).stream())
        .toList();
  }

  /** Tells whether an organisation cannot buy in the circuit what it mostly makes or sells, or not yet. */
  boolean lacksGoods(Organisation organisation) {
    return suppliers(organisation).stream()
        .noneMatch(each -> each.trade().isOfGoods()
            && each.account().equals(organisation.suppliers().get(0)));
  }

  /** Returns what an account can surely spend, in minor units. */
  long available(AccountId account) {
    return mirror.available(account);
  }

  /** Tells whether some of an account's money is held for a payee. */
  boolean hasHold(AccountId account) {
    return mirror.hasHold(account);
  }

  /** Returns what the fund could surely spend when the day began, less what it has granted since. */
  long fundAvailable() {
    return Math.min(fundThisMorning, available(neighbourhood.fund().account()));
  }

  /** Returns what an account can surely receive, in minor units. */
  long room(AccountId account) {
    return mirror.room(account);
  }

  /** Returns all that an account was ever paid, in minor units. */
  long takings(AccountId account) {
    return mirror.takings(account);
  }

  /** Tells whether a resident's own phone or card may pay so much now, and the balance allows it. */
  boolean canPay(Resident resident, Amount amount) {
    return isActive(resident.account())
        && isInterested(resident)
        && resident.mayPay(amount)
        && available(resident.account()) >= amount.minorUnits();
  }

  /** Tells whether a resident may pay so much, and has what they keep on that date besides. */
  boolean canSpare(Resident resident, Amount amount, LocalDate date) {
    return canPay(resident, amount)
        && available(resident.account()) - amount.minorUnits()
            >= resident.keeps(date).minorUnits();
  }

  /** Tells whether a resident may receive so much now. */
  boolean canReceive(Resident resident, Amount amount) {
    return isActive(resident.account()) && room(resident.account()) >= amount.minorUnits();
  }

  /** Tells whether an account takes part: it is neither suspended nor left by its holder. */
  boolean isActive(AccountId account) {
    return !inactive.contains(account);
  }

  /** Tells whether a resident still does something with their account. */
  boolean isInterested(Resident resident) {
    return !withoutInterest.contains(resident.account());
  }

  /** Lets a resident leave their account alone from now on. */
  void loseInterest(Resident resident) {
    withoutInterest.add(resident.account());
  }

  /** Leaves an account out of the market from now on. */
  void leaveOut(AccountId account) {
    inactive.add(account);
  }

  /** Lets an account take part again. */
  void takeBack(AccountId account) {
    inactive.remove(account);
  }

  /** Notes a wish for a moment not before now. */
  void wish(LocalDateTime at, Wish wish) {
    agenda.note(at, wish);
  }

  /** Plans an act that will be carried out. */
  Intent plan(LocalDateTime now, Act act) {
    mirror.apply(act);
    act.bankLine().ifPresent(bankLines::add);
    return write(now, act, Optional.empty());
  }

  /** Plans an act that will be refused. */
  void planRefused(LocalDateTime now, Act act, Refusal refusal) {
    write(now, act, Optional.of(refusal));
  }

  /** Plans that operators lay down what a programme may hand out, in months of its budget, until a day. */
  void layDown(LocalDateTime now, Programme programme, long months, LocalDate until) {
    Amount budget = Amount.of(programme.budget().minorUnits() * months);
    plan(now, new Act.LayDown(programme.account(), programme.id(), budget, until));
  }

  /** Plans a grant out of a programme, or out of the fund, which the neighbourhood voted for. */
  void grant(LocalDateTime now, Programme from, AccountId to, Amount amount) {
    boolean isVoted = from.equals(neighbourhood.fund());
    String programme = isVoted ? "vote-" + from.id() : from.id();
    plan(now, new Act.Grant(from.account(), to, amount, programme));
    if (isVoted) {
      fundThisMorning -= amount.minorUnits();
    }
  }

  /** Plans an issue against a bank line of its own. */
  Intent topUp(LocalDateTime now, AccountId to, Amount amount) {
    return plan(now, new Act.TopUp(to, amount, bankReference(now.toLocalDate())));
  }

  /** Returns the reference of a bank line not used before: the statement's date and a running number. */
  String bankReference(LocalDate date) {
    references++;
    return date + "/" + references;
  }

  /** Returns what moved on the reserve account since this was last asked. */
  List<BankLine> takeBankLines() {
    List<BankLine> taken = bankLines;
    bankLines = new ArrayList<>();
    return taken;
  }

  private Intent write(LocalDateTime now, Act act, Optional<Refusal> refusal) {
    numbers++;
    Intent intent = new Intent(numbers, now, act, refusal);
    intents.add(intent);
    return intent;
  }

  /** Begins a date: what the fund holds now is what it may grant that day. */
  void open() {
    fundThisMorning = available(neighbourhood.fund().account());
  }

  /** Lets the wishes of a date come and returns what became of them. */
  MarketDay close(LocalDate date) {
    agenda.playUntilEndOf(date);
    MarketDay day = new MarketDay(date, intents);
    intents = new ArrayList<>();
    return day;
  }
}
