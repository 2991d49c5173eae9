/**
 * Measures the server beside plain SQL on the same PostgreSQL, in one run (quality.md, P1 to P5). Figures are ratios
 * first; what they mean stands in docs/benchmarks.md.
 */
@NullMarked
package org.omloop.server.bench;

import org.jspecify.annotations.NullMarked;
