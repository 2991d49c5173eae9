package org.omloop.server.identity;

import java.util.Optional;

/**
 * An application as the store keeps one.
 *
 * @param kind resident or organisation
 * @param state waiting, asked, approved or refused
 * @param decidedAt unix seconds
 */
public record KeptApplication(
    KeptPerson person, String kind, String state, Optional<Long> decidedAt) {}
