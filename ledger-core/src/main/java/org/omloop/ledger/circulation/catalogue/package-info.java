/**
 * The indicators as data: {@link org.omloop.ledger.circulation.catalogue.Catalogue} lists what is measured, with names,
 * formulas and pitfalls in Dutch and English. Screens, exports and documents draw from it (circulation.md, section 3).
 */
@NullMarked
package org.omloop.ledger.circulation.catalogue;

import org.jspecify.annotations.NullMarked;
