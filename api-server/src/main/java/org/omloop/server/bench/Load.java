package org.omloop.server.bench;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Closed loops: so many at a time, each sending the next as soon as the last is answered. */
final class Load {
  private Load() {}

  /** Hands over every item, at most so many at a time; fails when any of them fails. */
  static <T> Sample concurrently(List<T> items, int atATime, Function<T, Future<?>> send) {
    AtomicInteger next = new AtomicInteger();
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    long[] latencies = new long[items.size()];
    CountDownLatch done = new CountDownLatch(Math.min(atATime, items.size()));
    long start = System.nanoTime();
    for (int lane = 0; lane < Math.min(atATime, items.size()); lane++) {
      new Lane<>(items, next, latencies, send, failures, done).proceed();
    }
    awaitAll(done);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.size() + " failed, first: " + failures.peek());
    }
    return new Sample(items.size(), seconds, latencies);
  }

  private record Lane<T>(
      List<T> items,
      AtomicInteger next,
      long[] latencies,
      Function<T, Future<?>> send,
      ConcurrentLinkedQueue<Throwable> failures,
      CountDownLatch done) {
    void proceed() {
      int at = next.getAndIncrement();
      if (at >= items.size() || !failures.isEmpty()) {
        done.countDown();
        return;
      }
      long sent = System.nanoTime();
      send.apply(items.get(at)).onComplete(answer -> {
        latencies[at] = System.nanoTime() - sent;
        if (answer.failed()) {
          failures.add(answer.cause());
        }
        proceed();
      });
    }
  }

  /** Lets so many threads work for some seconds; each has its own worker, whose step counts as so many operations. */
  static Sample threads(
      int count, double seconds, int operationsPerStep, IntFunction<Runnable> worker) {
    List<List<Long>> latencies =
        IntStream.range(0, count).<List<Long>>mapToObj(at -> new ArrayList<>()).toList();
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    CountDownLatch done = new CountDownLatch(count);
    List<Runnable> workers = IntStream.range(0, count).mapToObj(worker).toList();
    long start = System.nanoTime(); // once the workers are there: some connect to a database
    long end = start + (long) (seconds * 1e9);
    for (int at = 0; at < count; at++) {
      Runnable step = workers.get(at);
      List<Long> own = latencies.get(at);
      Thread thread = new Thread(() -> {
        try {
          for (long now = System.nanoTime(); now < end; ) {
            step.run();
            long then = System.nanoTime();
            own.add(then - now);
            now = then;
          }
        } catch (RuntimeException e) {
          failures.add(e);
        } finally {
          done.countDown();
        }
      });
      thread.start();
    }
    awaitAll(done);
    double took = (System.nanoTime() - start) / 1e9;
    if (!failures.isEmpty()) {
      throw new IllegalStateException("a worker failed: " + failures.peek());
    }
    long[] all =
        latencies.stream().flatMap(List::stream).mapToLong(Long::longValue).toArray();
    return new Sample((long) all.length * operationsPerStep, took, all);
  }

  private static void awaitAll(CountDownLatch done) {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    }
  }
}
