/**
 * Text tables that say what the ledger does, line by line: the specification that runs. A {@link
 * org.omloop.ledger.script.ScriptDriver} takes their orders to a ledger: the pure core here, a real server elsewhere.
 */
package org.omloop.ledger.script;
