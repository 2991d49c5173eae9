/**
 * A PostgreSQL of one's own: a real server, unpacked from the libraries, that keeps its data in the data folder and
 * listens on this machine only. PostgreSQL's own programs ({@code initdb}, {@code pg_ctl}) do the work; what is added
 * is finding and stopping a server left behind by a killed process, running as root, and saying in one line what is
 * wrong. Knows no driver: readiness is read from PostgreSQL's own files.
 */
@NullMarked
package org.omloop.server.postgres.embedded;

import org.jspecify.annotations.NullMarked;
