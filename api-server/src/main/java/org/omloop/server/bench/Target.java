package org.omloop.server.bench;

/**
 * A figure that quality.md sets a target for.
 *
 * @param id of the target, such as {@code P1}
 * @param what is measured, with its unit; a ratio where it says "÷"
 * @param aim the target, in words
 */
record Target(String id, String what, Series measured, String aim) {}
