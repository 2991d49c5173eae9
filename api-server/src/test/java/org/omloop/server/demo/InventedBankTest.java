package org.omloop.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.bank.Iban;
import org.omloop.server.demo.neighbourhood.Neighbourhood;
import org.omloop.server.identity.BankAccount;

/** The demo's bank accounts could be paid to. */
class InventedBankTest {
  @Test
  void everybodyHasAnAccountOfTheirOwnWithRightCheckDigits() {
    Neighbourhood neighbourhood = Neighbourhood.grow(7);
    InventedBank bank = InventedBank.of(neighbourhood, 7);
    Set<String> numbers = new HashSet<>();
    for (AccountId each : neighbourhood.accounts()) {
      BankAccount account = bank.of(each);
      assertEquals(account, bank.of(each));
      assertTrue(Iban.find(account.iban()).isPresent(), account.iban());
      assertTrue(numbers.add(account.iban()), account.iban());
    }
  }

  @Test
  void numbersThatAreKnownAreReadAndWrongOnesAreNot() {
    assertTrue(Iban.find("nl91 abna 0417 1643 00").isPresent());
    assertTrue(Iban.find("NL02ABNA0123456789").isPresent());
    assertTrue(Iban.find("BE68539007547034").isPresent());
    assertTrue(Iban.find("NL91ABNA0417164301").isEmpty());
    assertTrue(Iban.find("NL91ABNA041716430").isEmpty());
    assertTrue(Iban.find("").isEmpty());
  }
}
