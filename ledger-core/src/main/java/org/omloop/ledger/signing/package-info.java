/**
 * Keys, and the rule by which a signature is valid. The rule belongs to the protocol, not to a library: every
 * {@link SignatureVerifier} decides the same set of signatures, so a journal checked on one machine checks on all.
 *
 * <p>Bouncy Castle is imported in this package and nowhere else. A native provider makes checks faster where it
 * runs. Everything here is immutable and thread-safe.
 */
@NullMarked
package org.omloop.ledger.signing;

import org.jspecify.annotations.NullMarked;
