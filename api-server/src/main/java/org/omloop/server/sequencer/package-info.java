/**
 * The single writer: every change to the journal passes through one {@link
 * org.omloop.server.sequencer.Sequencer}.
 *
 * <p>Threading: a {@code Sequencer} belongs to one event loop and holds no locks. {@code submit} may be called from
 * anywhere and hops there; callers must not assume which thread completes the future.
 *
 * <p>Failure: after a failed or unknown commit the state is read back from the journal, never repaired in place. A
 * second failure in a row, or a forked head, ends the process.
 */
@NullMarked
package org.omloop.server.sequencer;

import org.jspecify.annotations.NullMarked;
