package org.omloop.server.stickers;

/**
 * The sizes a code is printed in. A code is read from about ten times its width (experience.md, 6).
 */
public enum SheetSize {
  /** For the counter: read at 40 cm. */
  A7(74, 105, 40),
  /** A card to hand over. */
  A6(105, 148, 60),
  /** For the wall behind the counter: read at one metre. */
  A5(148, 210, 100),
  A4(210, 297, 140),
  /** For the window: read at two metres. */
  A3(297, 420, 200);

  final float width;
  final float height;
  final float code;

  /** All in millimetres; the code's width with the white around it. */
  SheetSize(float width, float height, float code) {
    this.width = width;
    this.height = height;
    this.code = code;
  }
}
