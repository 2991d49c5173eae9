/** Webhook endpoints over HTTP. */
@NullMarked
package org.omloop.server.http.webhook;

import org.jspecify.annotations.NullMarked;
