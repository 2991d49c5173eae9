/**
 * A second ledger, written from protocol.md alone: plain maps, big integers, and the whole history read anew for every
 * question. It shares no rule with the first, and has to agree with it on every decision.
 */
package org.omloop.ledger.reference;
