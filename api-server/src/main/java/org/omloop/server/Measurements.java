package org.omloop.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * What one server counts and times, for Prometheus: requests by method, route and status, and the state of its worker
 * pools. No account, key or address is in it. Thread-safe.
 */
final class Measurements {
  private static final Set<MetricsDomain> MEASURED =
      EnumSet.of(MetricsDomain.HTTP_SERVER, MetricsDomain.NAMED_POOLS);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** Makes a Vert.x that is measured. */
  Vertx vertx() {
    MicrometerMetricsOptions options = new MicrometerMetricsOptions()
        .setEnabled(true)
        .setRegistryName(UUID.randomUUID().toString())
        .setJvmMetricsEnabled(true)
        .setLabels(EnumSet.of(
            Label.HTTP_METHOD,
            Label.HTTP_ROUTE,
            Label.HTTP_CODE,
            Label.POOL_NAME,
            Label.POOL_TYPE));
    EnumSet.complementOf(EnumSet.copyOf(MEASURED)).forEach(options::addDisabledMetricsCategory);
    options.addDisabledMetricsCategory("sql"); // each pool would register the same gauges again
    return Vertx.builder()
        .with(new VertxOptions().setMetricsOptions(options))
        .withMetrics(new MicrometerMetricsFactory(registry))
        .build();
  }

  /** Returns everything measured so far in Prometheus' text format. */
  String text() {
    return registry.scrape();
  }
}
