/** Tables for spreadsheets. */
@NullMarked
package org.omloop.server.http.csv;

import org.jspecify.annotations.NullMarked;
