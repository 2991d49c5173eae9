package org.omloop.server.payouts;

/**
 * The reserve account that payouts come from.
 *
 * @param name as the bank has it
 * @param iban without spaces, in capitals
 */
public record Debtor(String name, String iban) {}
