package org.omloop.server.identity;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;

/**
 * A decision on an application as the store keeps one.
 *
 * @param state asked, approved or refused
 * @param account that will be theirs, where it is approved
 * @param reason why it was refused
 * @param words the office's own about that, encrypted
 * @param takesBack whether one that was approved may be decided on too; it then loses its account
 * @param by the operator's key
 * @param at unix seconds
 */
public record KeptDecision(
    String state,
    Optional<AccountId> account,
    Optional<String> reason,
    Optional<Buffer> words,
    boolean takesBack,
    String by,
    long at) {}
