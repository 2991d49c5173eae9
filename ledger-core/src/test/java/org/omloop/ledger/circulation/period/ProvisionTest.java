package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a payee provides follows from the longest prefix of its code. */
class ProvisionTest {
  @ParameterizedTest
  @CsvSource({
    "86101, care",
    "87, care",
    "88912, care",
    "89, none",
    "3600, water",
    "37, water",
    "35111, energy",
    "0113, food",
    "02, none",
    "10710, food",
    "11, food",
    "12, none",
    "46310, food",
    "46, none",
    "46499, none",
    "4711, food",
    "47112, food",
    "4719, none",
    "47241, food",
    "4730, none",
    "56101, food",
    "55, none",
    "85201, education",
    "4110, housing",
    "42111, public-space",
    "4221, none",
    "6820, housing",
    "6810, none",
    "3811, public-space",
    "39, none",
    "8130, public-space",
    "8121, none",
    "4910, transport",
    "4920, none",
    "49311, transport",
    "4932, none",
    "4939, transport",
    "5010, none"
  })
  void codesFallUnderProvisions(String code, String provision) {
    assertEquals(
        provision, Provision.of("SBI2008:" + code).map(Provision::wireName).orElse("none"));
    assertEquals(
        provision, Provision.of("SBI2025:" + code).map(Provision::wireName).orElse("none"));
  }
}
