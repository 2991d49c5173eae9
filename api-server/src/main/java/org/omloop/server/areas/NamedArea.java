package org.omloop.server.areas;

/**
 * An area and what it is called.
 *
 * @param code CBS's, without its year, such as {@code BU0363AA01}
 * @param name as people there call it
 */
public record NamedArea(String code, String name) {}
