package org.omloop.ledger.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a script: a verb, words, options ({@code name=value}), signers ({@code by chair+treasurer}) and what is
 * expected to come of it. Words and options are taken one by one, and {@link #end} complains of what is left.
 *
 * <p>Confined to the thread of its script.
 */
final class ScriptLine {
  private static final Set<String> OUTCOMES =
      Set.of("posted", "refused", "replayed", "conflicting", "unsigned");
  private static final Set<String> PARTICLES = Set.of("->", "on");

  private final int number;
  private final String text;
  private final String verb;
  private final Deque<String> words = new ArrayDeque<>();
  private final Map<String, String> options = new LinkedHashMap<>();
  private final List<String> signers = new ArrayList<>();
  private final String expected;

  private ScriptLine(int number, String text, List<String> tokens) {
    this.number = number;
    this.text = text;
    this.verb = tokens.get(0);
    int outcome = 1;
    while (outcome < tokens.size() && !OUTCOMES.contains(tokens.get(outcome))) {
      outcome++;
    }
    this.expected = String.join(" ", tokens.subList(outcome, tokens.size()));
    take(tokens.subList(1, outcome));
  }

  /** Reads a line; empty where it holds nothing but a comment. */
  static Optional<ScriptLine> read(int number, String line) {
    String text = line.replaceFirst("(^|\\s)#.*", "").strip();
    List<String> tokens = Arrays.asList(text.split("\\s+"));
    return text.isEmpty() ? Optional.empty() : Optional.of(new ScriptLine(number, text, tokens));
  }

  private void take(List<String> tokens) {
    for (int at = 0; at < tokens.size(); at++) {
      String token = tokens.get(at);
      if (token.equals("by") && at + 1 < tokens.size()) {
        signers.addAll(List.of(tokens.get(++at).split("\\+")));
      } else if (token.contains("=")) {
        options.put(
            token.substring(0, token.indexOf('=')), token.substring(token.indexOf('=') + 1));
      } else if (!PARTICLES.contains(token)) {
        words.add(token);
      }
    }
  }

  String verb() {
    return verb;
  }

  /** Takes the next word. */
  String word(String what) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("names no " + what);
    }
    return words.remove();
  }

  /** Takes an option. */
  Optional<String> option(String name) {
    return Optional.ofNullable(options.remove(name));
  }

  String option(String name, String otherwise) {
    return option(name).orElse(otherwise);
  }

  /** Takes all options that are left. */
  Map<String, String> options() {
    Map<String, String> rest = Map.copyOf(options);
    options.clear();
    return rest;
  }

  /** Complains of what nobody took. */
  void end() {
    if (!words.isEmpty() || !options.isEmpty()) {
      throw new IllegalArgumentException(
          "has more than this verb takes: " + String.join(" ", words) + options);
    }
  }

  /** Returns the names of the keys that sign, where the line says so. */
  List<String> signers() {
    return List.copyOf(signers);
  }

  /** Returns what is to come of it, as {@link Answer} writes it; {@code posted} where the line does not say. */
  String expected() {
    return expected.isEmpty() ? "posted" : expected;
  }

  @Override
  public String toString() {
    return "line " + number + ": " + text;
  }
}
