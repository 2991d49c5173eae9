package org.omloop.server.bench;

import java.util.function.Supplier;

/**
 * Something to measure, round after round.
 *
 * @param name what stands in the report
 * @param round runs for about as long as a round lasts; preparing it is not timed
 */
record Measurement(String name, Supplier<Sample> round) {}
