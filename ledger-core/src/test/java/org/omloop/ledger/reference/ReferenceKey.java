package org.omloop.ledger.reference;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A key as the history has it. */
record ReferenceKey(
    String id,
    String account,
    List<String> rights,
    String holder,
    Optional<BigInteger> perOrder,
    Optional<BigInteger> perDay,
    long activeFrom,
    boolean revoked) {}
