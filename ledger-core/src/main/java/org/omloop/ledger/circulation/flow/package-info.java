/**
 * How much of the money that was passed on went round: the maximum circulation of the hop graph, with a proof that
 * nobody can find a larger one (circulation.md, section 6). {@link
 * org.omloop.ledger.circulation.flow.MaximumCirculation} finds it, {@link
 * org.omloop.ledger.circulation.flow.CertificateCheck} believes nobody.
 */
@NullMarked
package org.omloop.ledger.circulation.flow;

import org.jspecify.annotations.NullMarked;
