/**
 * Reading codes in the browser: ZXing, compiled to JavaScript by TeaVM when the module is built. Nothing here runs on the
 * server.
 */
@NullMarked
package org.omloop.app.scan;

import org.jspecify.annotations.NullMarked;
