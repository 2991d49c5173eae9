package org.omloop.server.demo.neighbourhood;

/** Residents whom a programme is for; some neighbourhoods have more of them than others. */
public enum Circle {
  VOLUNTEERS(250, 280, 450, 330),
  ENERGY_SAVERS(200, 350, 280, 150),
  SMALL_PURSES(150, 90, 200, 420),
  FAMILIES(200, 420, 250, 330);

  private final int perMilleInMa;
  private final int perMilleInMb;
  private final int perMilleInMc;
  private final int perMilleInMd;

  Circle(int perMilleInMa, int perMilleInMb, int perMilleInMc, int perMilleInMd) {
    this.perMilleInMa = perMilleInMa;
    this.perMilleInMb = perMilleInMb;
    this.perMilleInMc = perMilleInMc;
    this.perMilleInMd = perMilleInMd;
  }

  /** Tells by chance whether somebody of that buurt, such as {@code MA01}, belongs to it. */
  boolean takesIn(Chance chance, String buurt) {
    return chance.perMille(
        switch (buurt.substring(0, 2)) {
          case "MA" -> perMilleInMa;
          case "MB" -> perMilleInMb;
          case "MC" -> perMilleInMc;
          default -> perMilleInMd;
        });
  }
}
