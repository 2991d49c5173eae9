package org.omloop.server.council;

/**
 * How words are set.
 *
 * @param height in points
 * @param isStrong drawn with an edge, as there is one weight of the typeface
 */
record Type(float height, Ink ink, boolean isStrong) {
  static final Type TITLE = new Type(21, Ink.TEXT, true);
  static final Type HEADING = new Type(11.5f, Ink.ACCENT, true);
  static final Type LEAD = new Type(11, Ink.TEXT, false);
  static final Type VALUE = new Type(19, Ink.TEXT, true);
  static final Type SUM = new Type(13, Ink.TEXT, true);
  static final Type TEXT = new Type(8, Ink.TEXT, false);
  static final Type STRONG = new Type(8, Ink.TEXT, true);
  static final Type MUTED = new Type(8, Ink.MUTED, false);
  static final Type SMALL = new Type(6.8f, Ink.MUTED, false);
  static final Type LABEL = new Type(6.8f, Ink.TEXT, false);

  private static final float LEADING = 1.3f;

  float leading() {
    return height * LEADING;
  }

  Type in(Ink other) {
    return new Type(height, other, isStrong);
  }

  Type of(float otherHeight) {
    return new Type(otherHeight, ink, isStrong);
  }
}
