/** Telling members' programs that a payment request was paid, in the form of Standard Webhooks 1.0.0 (docs/adr/0024). */
@NullMarked
package org.omloop.server.webhooks;

import org.jspecify.annotations.NullMarked;
