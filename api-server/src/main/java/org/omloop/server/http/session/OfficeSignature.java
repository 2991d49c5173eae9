package org.omloop.server.http.session;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.signed.SignedText;

/**
 * What people of the operator sign that is no order: checked to be theirs, of this ledger and of now. Thread-safe.
 *
 * @param origin the ledger's, which they must name
 * @param clock real time
 */
public record OfficeSignature(Directory directory, Supplier<String> origin, Clock clock) {
  private static final long LATE_SECONDS = 300;

  /**
   * Throws a {@link Problem} unless somebody of the office has signed it just now.
   *
   * @param ledger the one that it names
   * @param saidAt when it says that it was signed, unix seconds
   * @param approverToo whether the right {@code approve} suffices; else it takes {@code operate}
   */
  public void check(SignedText signed, String ledger, long saidAt, boolean approverToo) {
    if (!ledger.equals(origin.get())) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("/ledger", "mismatch", "must be this ledger's name"));
    }
    long seconds = clock.instant().getEpochSecond();
    EnrolledKey key = directory
        .key(signed.key())
        .filter(each -> each.stands(seconds) && each.account().equals(Ledger.OPERATOR))
        .orElseThrow(() -> Problem.of(ProblemType.UNKNOWN_SIGNER));
    if (!signed.isSignedBy(key.key())) {
      throw Problem.of(ProblemType.WRONG_SIGNATURE);
    }
    if (!key.may(Right.OPERATE) && !(approverToo && key.may(Right.APPROVE))) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    if (Math.abs(saidAt - seconds) > LATE_SECONDS) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("/iat", "time", "must be now, by five minutes"));
    }
  }

  /** Tells whether a key of the office's may still sign: what a lost key said carries nothing from when it was ended. */
  public boolean stands(KeyId key) {
    long seconds = clock.instant().getEpochSecond();
    return directory
        .key(key)
        .filter(each -> each.stands(seconds) && each.account().equals(Ledger.OPERATOR))
        .isPresent();
  }

  /** Two keys of one person are one person, and a key that nobody knows is nobody's. */
  public boolean areTwoPeople(KeyId one, KeyId other) {
    Optional<String> first = holder(one);
    Optional<String> second = holder(other);
    return first.isPresent() && second.isPresent() && !first.equals(second);
  }

  private Optional<String> holder(KeyId key) {
    return directory.key(key).map(EnrolledKey::holder);
  }
}
