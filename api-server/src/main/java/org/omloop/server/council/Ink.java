package org.omloop.server.council;

/** The paper's colours: black, greys and one accent, which a printer without colour tells apart too. */
enum Ink {
  TEXT(0x141A21),
  MUTED(0x4A5563),
  RULE(0xC3CBD5),
  ACCENT(0x0B5A94),
  /** What is inside the circuit, as a band. */
  INSIDE(0x9CC0DE),
  /** What passes. */
  PASSING(0xDCE8F2),
  /** What has left. */
  OUTSIDE(0xE4E6E9),
  /** Behind a box of words. */
  PALE(0xF1F5F9),
  PAPER(0xFFFFFF),
  /** Of codes that a camera reads. */
  BLACK(0x000000);

  private static final float FULL = 255;

  private final int code;

  Ink(int code) {
    this.code = code;
  }

  float red() {
    return (code >> 16 & 0xFF) / FULL;
  }

  float green() {
    return (code >> 8 & 0xFF) / FULL;
  }

  float blue() {
    return (code & 0xFF) / FULL;
  }
}
