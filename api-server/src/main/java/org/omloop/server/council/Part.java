package org.omloop.server.council;

/** Something with a heading that takes a place on the inner sheets. */
interface Part {
  /** Returns how high it is at a width. */
  float height(float width);

  /** Returns how high it is at least, before it may go on on the next sheet. */
  default float least(float width) {
    return height(width);
  }

  /**
   * Draws it.
   *
   * @param turn goes on on an empty sheet and returns its top
   * @return where it ends
   */
  float draw(float left, float top, float width, Turn turn);

  /** Goes on on an empty sheet. */
  interface Turn {
    float turn();
  }
}
