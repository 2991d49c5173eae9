package org.omloop.ledger.circulation.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The accounts of a ledger, numbered from 0, and the unit each belongs to: all accounts of one owner are one unit, a
 * fund is always a unit of its own. Either they are declared, or each account that turns up is its own unit.
 *
 * <p>Not thread-safe while accounts are added.
 */
public final class Accounts {
  /** Stands for "outside the circuit" in place of an account's number. */
  public static final int OUTSIDE = -1;

  private static final Set<String> OUTSIDE_ROLES =
      Set.of("issuance", "treasury", "transit", "fees");
  private static final String FUND = "fund";

  /** What is declared of an account; texts may be empty, for unknown. */
  public record Traits(String role, String sector, String area) {
    private static final Traits UNKNOWN = new Traits("", "", "");
  }

  private final boolean declared;
  // owned by the reader of the accounts; then unchanged
  private final TextTable ids = new TextTable();
  private final TextTable owners = new TextTable();
  private final List<Traits> traits = new ArrayList<>();
  private final List<Integer> units = new ArrayList<>();
  private final List<String> unitNames = new ArrayList<>();
  private final List<Integer> ownerUnits = new ArrayList<>();

  private Accounts(boolean declared) {
    this.declared = declared;
  }

  /** Accounts that a file declares; no others may turn up. */
  public static Accounts declared() {
    return new Accounts(true);
  }

  /** Accounts that turn up in rows, each its own unit. */
  public static Accounts eachItsOwnUnit() {
    return new Accounts(false);
  }

  /** Adds a declared account that is not there yet. */
  public int declare(String id, String owner, Traits described) {
    int account = ids.add(id);
    traits.add(described);
    units.add(described.role().equals(FUND) ? newUnit(id) : unitOf(owner));
    return account;
  }

  /** Adds an account that is its own unit. */
  int add(String id) {
    int account = ids.add(id);
    traits.add(Traits.UNKNOWN);
    units.add(newUnit(id));
    return account;
  }

  /** Returns an account's number; where accounts are declared and this one is not, −1; otherwise it is added. */
  public int number(byte[] source, int from, int to) {
    int found = ids.find(source, from, to);
    if (found >= 0 || declared) {
      return found;
    }
    return add(new String(source, from, to - from, UTF_8));
  }

  /** Returns the number of the account of that id; empty where there is none. */
  public OptionalInt find(String id) {
    int found = ids.find(id);
    return found >= 0 ? OptionalInt.of(found) : OptionalInt.empty();
  }

  /** Tells whether there is an account of that id. */
  public boolean contains(String id) {
    return ids.find(id) >= 0;
  }

  /** Tells whether roles, sectors and areas are known. */
  public boolean areDeclared() {
    return declared;
  }

  public int size() {
    return ids.size();
  }

  public String id(int account) {
    return ids.text(account);
  }

  /** Orders two accounts by id, code point by code point. */
  public int compare(int first, int second) {
    return ids.compare(first, second);
  }

  public Traits traits(int account) {
    return traits.get(account);
  }

  /** Tells whether the account's role puts it outside the circuit. */
  public boolean isOutside(int account) {
    return OUTSIDE_ROLES.contains(traits.get(account).role());
  }

  /** Tells whether the account may be a fund: its role says so, or is not known. */
  public boolean mayBeFund(int account) {
    String role = traits.get(account).role();
    return role.isEmpty() || role.equals(FUND);
  }

  /** Returns the number of units. */
  public int unitCount() {
    return unitNames.size();
  }

  /** Returns the unit an account belongs to. */
  public int unit(int account) {
    return units.get(account);
  }

  /**
   * Returns the names of all units, no two alike: the owner where one is declared, else the account. A fund is named
   * by its account; where an owner has that name, " (fund)" is added.
   */
  public List<String> unitNames() {
    Set<String> taken = new HashSet<>();
    ownerUnits.forEach(unit -> taken.add(unitNames.get(unit)));
    List<String> names = new ArrayList<>(unitNames);
    Set<Integer> ofOwners = new HashSet<>(ownerUnits);
    for (int unit = 0; unit < names.size(); unit++) {
      if (!ofOwners.contains(unit)) {
        String name = names.get(unit);
        while (!taken.add(name)) {
          name += " (fund)";
        }
        names.set(unit, name);
      }
    }
    return List.copyOf(names);
  }

  private int newUnit(String name) {
    unitNames.add(name);
    return unitNames.size() - 1;
  }

  private int unitOf(String owner) {
    int known = owners.find(owner);
    if (known >= 0) {
      return ownerUnits.get(known);
    }
    owners.add(owner);
    int unit = newUnit(owner);
    ownerUnits.add(unit);
    return unit;
  }
}
