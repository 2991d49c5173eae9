package org.omloop.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.omloop.server.cli.RunningDemo;

/** Gives tests a demo as a newcomer starts it: one that serves all test classes of a process in turn, or one of their own. */
final class SharedDemo implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SharedDemo.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningDemo.class;
  }

  @Override
  public RunningDemo resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context);
  }

  /**
   * Returns the one that all share. Whoever comes a second time, as a test that failed does, gets a
   * new one: in the first, what they did has been done.
   */
  static RunningDemo running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("lent", key -> lend(context), Lent.class)
        .demo;
  }

  /** Returns one for this class alone, which changes what everybody shares: rules, the bank, members. */
  static RunningDemo own(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("own", key -> start(), RunningDemo.class);
  }

  private static Lent lend(ExtensionContext context) {
    Store session = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
    ExtensionContext first = session.getOrComputeIfAbsent(
        context.getRequiredTestClass(), key -> context.getRoot(), ExtensionContext.class);
    return new Lent(
        first == context.getRoot()
            ? session.getOrComputeIfAbsent("shared", key -> start(), RunningDemo.class)
            : own(context));
  }

  /** Not ended by who has borrowed it. */
  private record Lent(RunningDemo demo) {}

  /** In a folder of its own: another process may start one in the same moment. */
  private static RunningDemo start() {
    try {
      return RunningDemo.start(
          Path.of("target", "demo-" + ProcessHandle.current().pid() + "-" + System.nanoTime()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
