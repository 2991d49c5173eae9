package org.omloop.server.notices;

import java.util.Optional;

/**
 * Something to tell; the same recipient, kind and matter are told once.
 *
 * @param recipient an account, or the random name of who asks to join
 * @param about the entry or month it tells of; may be empty
 * @param language in which it is told; empty: as the recipient chose
 * @param madeAt when it happened, unix seconds
 */
public record NewNotice(
    String recipient, NoticeKind kind, String about, Optional<String> language, long madeAt) {}
