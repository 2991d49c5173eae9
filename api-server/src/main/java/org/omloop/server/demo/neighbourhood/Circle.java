package org.omloop.server.demo.neighbourhood;

/** Residents whom a programme is for. */
public enum Circle {
  VOLUNTEERS(350),
  ENERGY_SAVERS(250),
  SMALL_PURSES(200),
  FAMILIES(300);

  private final int perMille;

  Circle(int perMille) {
    this.perMille = perMille;
  }

  /** Tells by chance whether somebody belongs to it. */
  boolean takesIn(Chance chance) {
    return chance.perMille(perMille);
  }
}
