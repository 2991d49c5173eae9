/**
 * The pages: hands the browser its HTML, modules, styles and pictures, and the policy they live under.
 *
 * <p>Everything is read once at start from {@code web/} on the class path and from the libraries'
 * {@code META-INF/resources/_static}, compressed, and kept: a request is a look-up in a map, and no
 * path from a request ever reaches a file system. Pages are revalidated on each visit; the files
 * they name stand under an edition, a hash of all files together, and may be kept for ever.
 */
@NullMarked
package org.omloop.server.web;

import org.jspecify.annotations.NullMarked;
