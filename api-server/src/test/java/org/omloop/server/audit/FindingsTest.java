package org.omloop.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Findings findings = new Findings();

  @Test
  void muchThatIsTrivialHidesNothing() {
    for (int each = 0; each < 500; each++) {
      findings.add(Finding.ofNone(Check.RECEIPTS, "no receipt " + each));
    }
    findings.add(Finding.at(9, Check.SIGNATURES, "nine"));
    for (long each = 0; each < 500; each++) {
      findings.add(Finding.at(1_000 + each, Check.LEAVES, "later"));
    }
    findings.add(Finding.at(7, Check.DECISIONS, "seven"));
    findings.done(Check.SIGNATURES);
    findings.done(Check.DECISIONS);
    findings.done(Check.TOTALS);

    List<Finding> kept = findings.sorted();
    assertEquals(100, kept.size());
    assertEquals("seven", kept.get(0).reason());
    assertEquals("nine", kept.get(1).reason());
    assertEquals(OptionalLong.of(7), findings.firstIndex());
    assertEquals(OptionalLong.of(1_499), findings.firstWithin(1_499, 2_000));
    assertEquals(OptionalLong.empty(), findings.firstWithin(1_500, 2_000));
    assertEquals(CheckState.FAILED, findings.state(Check.SIGNATURES));
    assertEquals(CheckState.FAILED, findings.state(Check.DECISIONS));
    assertEquals(CheckState.FAILED, findings.state(Check.RECEIPTS));
    assertEquals(CheckState.PASSED, findings.state(Check.TOTALS));
    assertEquals(CheckState.NOT_REACHED, findings.state(Check.HISTORY));
  }
}
