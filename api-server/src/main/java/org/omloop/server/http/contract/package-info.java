/**
 * The API's contract, read from {@code openapi.json}: which operations there are, what they take and give. Requests are
 * held against it before any handler sees them, and everything that is wrong is named at once.
 */
@NullMarked
package org.omloop.server.http.contract;

import org.jspecify.annotations.NullMarked;
