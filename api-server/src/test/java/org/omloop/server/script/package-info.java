/**
 * The specification, once more: takes the scripts of ledger-core's tests to a real server, over HTTP, on PostgreSQL.
 * Each script has a server of its own, on a database that is as good as new.
 */
package org.omloop.server.script;
