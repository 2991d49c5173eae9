package org.omloop.server.council;

import java.util.List;

/** Fills sheets from the top down with parts that take the whole width or half of it. */
final class Layout {
  private static final float BETWEEN = 16;
  private static final float GUTTER = 22;
  private static final float HALF = (Paper.WIDTH - GUTTER) / 2;
  private static final float RIGHT = Paper.LEFT + HALF + GUTTER;

  private final Paper paper;
  private float left;
  private float right;

  /** Begins on an empty sheet. */
  Layout(Paper paper) {
    this.paper = paper;
    turn();
  }

  private float turn() {
    paper.pages().turn();
    left = Paper.TOP;
    right = Paper.TOP;
    return Paper.TOP;
  }

  /** Adds parts of half the width, each where there is most room. */
  void halves(List<Part> parts) {
    parts.forEach(this::half);
  }

  private void half(Part part) {
    float height = part.height(HALF);
    if (Math.max(left, right) - height < Paper.BOTTOM) {
      turn();
    }
    if (left >= right) {
      left = part.draw(Paper.LEFT, left, HALF, this::turn) - BETWEEN;
    } else {
      right = part.draw(RIGHT, right, HALF, this::turn) - BETWEEN;
    }
  }

  /** Adds a part of the whole width. */
  void full(Part part) {
    float top = Math.min(left, right);
    if (top - part.least(Paper.WIDTH) < Paper.BOTTOM) {
      top = turn();
    }
    left = part.draw(Paper.LEFT, top, Paper.WIDTH, this::turn) - BETWEEN;
    right = left;
  }
}
