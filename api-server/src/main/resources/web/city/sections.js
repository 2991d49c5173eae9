// The sections of the Dutch standard industrial classification (SBI 2008, CBS), by the divisions that begin them.

/** First and last division of each section. @type {[string, number, number][]} */
const SECTIONS = [
  ['A', 1, 3],
  ['B', 6, 9],
  ['C', 10, 33],
  ['D', 35, 35],
  ['E', 36, 39],
  ['F', 41, 43],
  ['G', 45, 47],
  ['H', 49, 53],
  ['I', 55, 56],
  ['J', 58, 63],
  ['K', 64, 66],
  ['L', 68, 68],
  ['M', 69, 75],
  ['N', 77, 82],
  ['O', 84, 84],
  ['P', 85, 85],
  ['Q', 86, 88],
  ['R', 90, 93],
  ['S', 94, 96],
  ['T', 97, 98],
  ['U', 99, 99],
];

/** The section's letter of a division. @param {string} division such as '46' @returns {string} '?' if there is none */
export function sectionOf(division) {
  if (/^[A-Z]$/.test(division)) {
    return division;
  }
  const number = Number(division.slice(0, 2));
  return SECTIONS.find(([, first, last]) => first <= number && number <= last)?.[0] ?? '?';
}
