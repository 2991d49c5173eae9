package org.omloop.server.identity;

import java.util.Optional;

/**
 * Somebody who asks to join.
 *
 * @param person with what they wrote in the dossier
 * @param kind resident or organisation
 * @param state waiting, asked, approved or refused
 * @param decidedAt when it was last decided or asked about, unix seconds
 */
public record Application(Person person, String kind, String state, Optional<Long> decidedAt) {}
