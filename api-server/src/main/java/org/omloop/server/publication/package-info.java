/**
 * What the log shows to whoever checks it: hash tiles, and receipts for entries of any age.
 */
@NullMarked
package org.omloop.server.publication;

import org.jspecify.annotations.NullMarked;
