// What the page shows, in order: each section with its tables, and which tables are drawn.


/**
 * @typedef {object} Section
 * @property {string} name of its words
 * @property {string[]} tables
 */

/** Below "does it close?", the sentence on one euro and the tiles. @type {Section[]} */
export const SECTIONS = [
  { name: 'flow', tables: ['flow'] },
  { name: 'stays', tables: ['retention', 'exit-curves'] },
  { name: 'leaves', tables: ['exits', 'missing-suppliers'] },
  { name: 'sectors', tables: ['sector-matrix', 'sectors'] },
  { name: 'areas', tables: ['areas', 'area-matrix'] },
  { name: 'spread', tables: ['lorenz', 'distribution'] },
  { name: 'fund', tables: ['fund'] },
  { name: 'reaches', tables: ['provisions', 'roles'] },
  { name: 'programmes', tables: ['programmes'] },
  { name: 'others', tables: ['schemes'] },
  { name: 'quality', tables: ['quality'] },
];

/** Tables that have a picture. */
export const DRAWN = new Set([
  'flow',
  'retention',
  'exit-curves',
  'exits',
  'missing-suppliers',
  'areas',
  'lorenz',
  'fund',
  'provisions',
  'roles',
  'programmes',
  'quality',
]);

/** Tables that are drawn as a map of who pays whom. */
export const MAPS = new Set(['sector-matrix', 'area-matrix']);

/** Tables that need the page's whole width. */
export const WIDE = new Set(['flow', 'sector-matrix', 'area-matrix', 'schemes', 'sectors', 'areas', 'programmes']);

/** Tables that are in sight from the start. */
export const LISTED = new Set(['areas', 'schemes', 'sectors', 'distribution']);
