/**
 * What members and the office are told, by mail and on their screens: noted from the journal, mailed as each chose, and never
 * with an amount or an address in the queue (ADR 0049).
 */
@NullMarked
package org.omloop.server.notices;

import org.jspecify.annotations.NullMarked;
