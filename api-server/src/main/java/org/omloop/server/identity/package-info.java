/**
 * Who people are: names, addresses, bank accounts, applications, erasure. All of it is encrypted with a key for each
 * person and lies outside the journal (ADR 0013, ADR 0052); this package alone opens it. Nothing here is ever logged.
 */
@NullMarked
package org.omloop.server.identity;

import org.jspecify.annotations.NullMarked;
