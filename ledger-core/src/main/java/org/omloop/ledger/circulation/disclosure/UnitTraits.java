package org.omloop.ledger.circulation.disclosure;

/**
 * How public tables class a unit, in the words of their lines.
 *
 * @param role such as {@code firm}
 * @param sector a section of the classification of businesses, {@code resident}, {@code fund} or {@code ?}
 * @param branch the same in the matrix by sector, whose lines are made of whole sectors
 * @param area an area's code, or {@code ?}
 * @param provision the essential provision it is a provider of; empty for none
 * @param isOpen whether it could pay and be paid in the period
 * @param isFund whether it is the neighbourhood's own fund, whose own amounts need no protection
 */
public record UnitTraits(
    String role,
    String sector,
    String branch,
    String area,
    String provision,
    boolean isOpen,
    boolean isFund) {
  /** Classes a unit whose sector stands by itself in the matrix too. */
  public UnitTraits(
      String role, String sector, String area, String provision, boolean isOpen, boolean isFund) {
    this(role, sector, sector, area, provision, isOpen, isFund);
  }
}
