/**
 * What happens, told to those who wait for it: every committed entry, once and in order, to the accounts it is about.
 */
@NullMarked
package org.omloop.server.events;

import org.jspecify.annotations.NullMarked;
