package org.omloop.server.retention;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much was ended, or will be: numbers, and nobody's name.
 *
 * @param applications to join that came to nothing
 * @param bankLines whose payer's name, number and text are taken out
 * @param bankFiles that are emptied
 * @param dossiers of members who left, with all that is kept of them
 */
public record Ended(int applications, int bankLines, int bankFiles, int dossiers) {
  static final Ended NOTHING = new Ended(0, 0, 0, 0);

  boolean isNothing() {
    return equals(NOTHING);
  }

  /** Returns the numbers by name, in the order of the contract. */
  public Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    numbers.put("applications", applications);
    numbers.put("bankLines", bankLines);
    numbers.put("bankFiles", bankFiles);
    numbers.put("dossiers", dossiers);
    return numbers;
  }
}
