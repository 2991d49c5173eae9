package org.omloop.server.notices;

import java.util.Optional;

/**
 * Something that somebody is told.
 *
 * @param id grows with each
 * @param recipient an account; of an application the random name of who asks
 * @param about the entry or month it tells of; may be empty
 * @param language in which it is told; empty: as the recipient chose
 * @param madeAt when it happened, unix seconds
 * @param tries how often a mail was tried
 * @param isDaily whether it goes into one mail with others
 */
public record Notice(
    long id,
    String recipient,
    NoticeKind kind,
    String about,
    Optional<String> language,
    long madeAt,
    int tries,
    boolean isDaily) {}
