/** The operator's books over HTTP: checks, reserve, trial balance, journal, audit file. For the office and auditors. */
@NullMarked
package org.omloop.server.http.books;

import org.jspecify.annotations.NullMarked;
