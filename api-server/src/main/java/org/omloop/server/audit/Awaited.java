package org.omloop.server.audit;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Work on the pool that the verifying thread will wait for. */
record Awaited<T>(Future<T> future) {
  static <T> Awaited<T> on(ExecutorService pool, Callable<T> work) {
    return new Awaited<>(pool.submit(work));
  }

  T get() {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("verification broke off", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("verification was interrupted", e);
    }
  }
}
