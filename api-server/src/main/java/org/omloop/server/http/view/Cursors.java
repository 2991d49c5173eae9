package org.omloop.server.http.view;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omloop.server.http.session.SecretKey;

/**
 * Where the next page of a list begins, as a text that only this server can make and only the same question takes.
 * Thread-safe.
 */
public final class Cursors {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,16})\\.(\\d{1,16})\\.([A-Za-z0-9_-]{22})");

  /**
   * A place in a list.
   *
   * @param treeSize how many entries the list takes into account
   * @param position the index it goes on at
   */
  record Cursor(long treeSize, long position) {}

  private final SecretKey secret;

  public Cursors(SecretKey secret) {
    this.secret = secret;
  }

  String write(String question, Cursor cursor) {
    return cursor.treeSize() + "." + cursor.position() + "." + mark(question, cursor);
  }

  /** Reads a cursor; empty when it was not made for this question. */
  Optional<Cursor> read(String question, String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Cursor cursor = new Cursor(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)));
    return Optional.of(cursor)
        .filter(each -> secret.hasMarked(marked(question, each), form.group(3)));
  }

  private String mark(String question, Cursor cursor) {
    return secret.mark(marked(question, cursor));
  }

  private static String marked(String question, Cursor cursor) {
    return question + "?" + cursor.treeSize() + "." + cursor.position();
  }
}
