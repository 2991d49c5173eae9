package org.omloop.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.omloop.server.cli.RunningDemo;

/** Gives tests a demo as a newcomer starts it; it is started once and serves all test classes in turn. */
final class SharedDemo implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningDemo.class;
  }

  @Override
  public RunningDemo resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context);
  }

  /** Returns the one that all test classes of a process share. */
  static RunningDemo running(ExtensionContext context) {
    return running("shared", context);
  }

  /** Returns a second one, in which nobody types bank lines by hand: its books close, and its audit finds nothing. */
  static RunningDemo closing(ExtensionContext context) {
    return running("closing", context);
  }

  private static RunningDemo running(String name, ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SharedDemo.class))
        .getOrComputeIfAbsent(name, key -> start(), RunningDemo.class);
  }

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
