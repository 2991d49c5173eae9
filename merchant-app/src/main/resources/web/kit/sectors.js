// What members sell, in groups that people look for. By the divisions of the Dutch standard industrial classification
// (SBI 2008 and 2025, CBS).

/** The groups, in the order in which they are shown; keys of the words under sector.*. */
export const SECTOR_GROUPS = [
  'food',
  'eating-out',
  'shops',
  'repair',
  'looks',
  'care',
  'culture',
  'home',
  'business',
  'other',
];

/** @type {[RegExp, string][]} the first that fits */
const DIVISIONS = [
  [/^(01|10|11|471|472|4781)/, 'food'],
  [/^56/, 'eating-out'],
  [/^(4764|95)/, 'repair'],
  [/^47/, 'shops'],
  [/^96/, 'looks'],
  [/^(86|87|88)/, 'care'],
  [/^(58|59|85|90|91|93)/, 'culture'],
  [/^(35|41|43|68|81)/, 'home'],
  [/^(18|46|53|69|77)/, 'business'],
];

/** @param {string} [sector] such as 'SBI2008:47241' @returns {string} one of SECTOR_GROUPS */
export function sectorGroup(sector = '') {
  const code = sector.replace(/^SBI\d{4}:/, '');
  return DIVISIONS.find(([division]) => division.test(code))?.[1] ?? 'other';
}
