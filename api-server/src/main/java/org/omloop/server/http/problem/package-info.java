/**
 * Why a request is not answered as asked, in the form of RFC 9457: a stable name, what it means and what to do now, in
 * the language asked for. The sentences stand in {@code problems.json}, for every other program that shows them too.
 */
@NullMarked
package org.omloop.server.http.problem;

import org.jspecify.annotations.NullMarked;
