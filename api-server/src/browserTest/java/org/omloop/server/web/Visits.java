package org.omloop.server.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.omloop.server.cli.RunningDemo;

/** Those who come to a demo in a test. After it they leave, and what went wrong on their pages fails the test. */
final class Visits implements BeforeEachCallback, AfterEachCallback {
  private final List<DemoVisitor> visitors = new ArrayList<>();
  private Browser browser;
  private RunningDemo demo;

  private Visits() {}

  /** To a demo of the test class's own, as the office changes what others rely on. */
  static Visits toOwnDemo() {
    return new Visits();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    browser = Chromium.running(context);
    demo = SharedDemo.own(context);
  }

  /** A refusal is an answer here. */
  @Override
  public void afterEach(ExtensionContext context) {
    List<DemoVisitor> leaving = List.copyOf(visitors);
    visitors.clear();
    leaving.forEach(DemoVisitor::tolerateRefusals);
    leaving.forEach(DemoVisitor::close);
  }

  String address() {
    return demo.address();
  }

  /** Somebody becomes the first of the demo's people with that on their button. */
  DemoVisitor become(String who, int width) {
    return become(who, 0, width);
  }

  /** Somebody becomes one of several with that on their button. */
  DemoVisitor become(String who, int place, int width) {
    return come(DemoVisitor.become(who, place, width, browser, address()));
  }

  /** Somebody comes who is nobody yet. */
  DemoVisitor newcomer(String path, int width) {
    return come(DemoVisitor.newcomer(path, width, browser, address()));
  }

  private DemoVisitor come(DemoVisitor visitor) {
    visitors.add(visitor);
    return visitor;
  }

  /** Goes to a room of the office. */
  void enter(DemoVisitor operator, String room) {
    operator.page().navigate(address() + "/office?room=" + room);
  }

  /** Presses the first button whose name begins so. */
  static void press(Locator within, String name) {
    button(within, name).first().click();
  }

  /** Returns the buttons whose name begins so. */
  static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name)));
  }
}
