/** The reserve's bank account over HTTP: files in, statements and lines out, and by what a payment names a member. */
@NullMarked
package org.omloop.server.http.bank;

import org.jspecify.annotations.NullMarked;
