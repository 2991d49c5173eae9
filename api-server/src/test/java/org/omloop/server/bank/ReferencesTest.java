package org.omloop.server.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The numbers of standards.md, section 1.1: right ones and ones with a wrong check digit. */
class ReferencesTest {
  private static final CreditorReference OURS = new CreditorReference("RF33OML2026K7M2Q9XD");

  @Test
  void creditorReferencesAreCheckedAndReadInFours() {
    List.of("RF18539007547034", "RF712348231", "RF33OML2026K7M2Q9XD", "RF06OML2026K7M2Q9XE")
        .forEach(each -> assertEquals(each, new CreditorReference(each).text()));
    List.of(
            "RF33OML2026K7M2Q9XE",
            "RF6OML2026K7M2Q9XE",
            "RF18",
            "RF1853900754703é",
            "XX18539007547034")
        .forEach(each -> {
          assertThrows(IllegalArgumentException.class, () -> new CreditorReference(each), each);
          assertEquals(Optional.empty(), CreditorReference.find(each), each);
        });
    assertEquals(Optional.of(OURS), CreditorReference.find("rf33 oml2 026k 7m2q 9xd"));
    assertEquals("RF33 OML2 026K 7M2Q 9XD", OURS.inFours());
    assertEquals(OURS, CreditorReference.of("OML2026K7M2Q9XD"));
  }

  @Property(tries = 200)
  void whatIsMadeIsSoundAndOneWrongSymbolIsFound(
      @ForAll
          @CharRange(from = 'A', to = 'Z')
          @CharRange(from = '0', to = '9')
          @StringLength(min = 1, max = 21)
          String payload) {
    String text = CreditorReference.of(payload).text();
    char last = text.charAt(text.length() - 1);
    String wrong = text.substring(0, text.length() - 1)
        + (Character.isDigit(last) ? (last - '0' + 1) % 10 + "" : last == 'Q' ? "R" : "Q");
    assertEquals(Optional.empty(), CreditorReference.find(wrong));
    assertTrue(CreditorReference.looksMistyped(wrong));
  }

  @Test
  void referencesAreFoundInWhatPeopleWrite() {
    assertEquals(Set.of(OURS), CreditorReference.allIn("Opladen rf33 OML2 026K 7M2Q 9XD groet"));
    assertEquals(Set.of(OURS), CreditorReference.allIn("/REMI/RF33OML2026K7M2Q9XD"));
    assertEquals(Set.of(OURS), CreditorReference.allIn("RF33OML2026K7M2Q9XD RF33OML2026K7M2Q9XD"));
    assertEquals(
        2, CreditorReference.allIn("RF33OML2026K7M2Q9XD, RF06OML2026K7M2Q9XE").size());
    assertEquals(Set.of(), CreditorReference.allIn("RF33OML2026K7M2Q9XE huur"));
    assertTrue(CreditorReference.looksMistyped("RF33 OML2 026K 7M2Q 9XE"));
  }

  @Test
  void accountNumbersAreChecked() {
    List.of("NL91ABNA0417164300", "NL02ABNA0123456789", "DE89370400440532013000")
        .forEach(each -> assertEquals(each, new Iban(each).text()));
    List.of(
            "NL91ABNA0417164301",
            "NL91ABNA041716430",
            "XX91ABNA0417164300",
            "",
            "NL91 ABNA 0417 1643 00")
        .forEach(each -> assertThrows(IllegalArgumentException.class, () -> new Iban(each), each));
    assertEquals(
        "NL02 ABNA 0123 4567 89", Iban.find("nl02abna0123456789").orElseThrow().inFours());
  }

  @Test
  void aBetalingskenmerkIsRead() {
    List.of("5000056789012345", "12234534622567", "1234567")
        .forEach(each -> assertEquals(each, new Betalingskenmerk(each).digits()));
    List.of(
            "5000056789012346",
            "12234534622569",
            "12345678",
            "123456789012345",
            "22234534622567",
            "")
        .forEach(each -> assertEquals(Optional.empty(), Betalingskenmerk.find(each), each));
    assertEquals(
        "5000056789012345",
        Betalingskenmerk.find("5000 0567 8901 2345").orElseThrow().digits());
  }
}
