/** Printed codes over HTTP: made, looked up, printed, ended. */
@NullMarked
package org.omloop.server.http.sticker;

import org.jspecify.annotations.NullMarked;
