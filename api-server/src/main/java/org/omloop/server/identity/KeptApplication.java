package org.omloop.server.identity;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * An application as the store keeps one.
 *
 * @param kind resident or organisation
 * @param state waiting, asked, approved or refused
 * @param decidedAt unix seconds
 * @param reason why it was refused
 * @param words the office's own about that, encrypted
 */
public record KeptApplication(
    KeptPerson person,
    String kind,
    String state,
    Optional<Long> decidedAt,
    Optional<String> reason,
    Optional<Buffer> words) {}
