package org.omloop.server.identity;

import io.vertx.core.buffer.Buffer;

/**
 * What somebody is found by.
 *
 * @param field name, email, iban or kvk
 * @param value HMAC-SHA-256 of what it says
 */
public record BlindIndex(String field, Buffer value) {}
