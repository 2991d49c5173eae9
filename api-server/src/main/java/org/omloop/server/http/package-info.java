/**
 * The HTTP API. {@code openapi.json} is its contract; {@link org.omloop.server.http.Routes} connects each operation with
 * its handler and with who may call it. Below lie what stands before handlers ({@code guard}, {@code contract}), the way
 * in for orders ({@code order}), sessions ({@code session}), what may be read ({@code view}, {@code statement}, {@code
 * stream}), and problems ({@code problem}).
 */
@NullMarked
package org.omloop.server.http;

import org.jspecify.annotations.NullMarked;
