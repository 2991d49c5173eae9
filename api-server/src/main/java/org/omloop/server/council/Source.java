package org.omloop.server.council;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a report comes from, beside what it says itself.
 *
 * @param address of the server, such as {@code https://omloop.example}; empty where the paper is made from files
 * @param logKey the journal's public key, as a note's verifier key (C2SP); empty where it is not known
 * @param isRunning whether the period is not over, so that another report on it will say more
 */
public record Source(Optional<String> address, Optional<String> logKey, boolean isRunning) {
  private static final Pattern KEY = Pattern.compile("[^+]+\\+([0-9a-f]{8})\\+.+");

  /** Returns the key's id, the eight digits in the middle of it. */
  Optional<String> keyId() {
    return logKey.map(KEY::matcher).filter(Matcher::matches).map(key -> key.group(1));
  }
}
