// What the page shows, in order: each section with its tables, and how a table is drawn.

import { bars } from './pictures/bars.js';
import { flow } from './pictures/flow.js';
import { fund } from './pictures/fund.js';
import { lorenz } from './pictures/lorenz.js';
import { programmes } from './pictures/programmes.js';
import { exitCurves, retention } from './pictures/retention.js';

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

/** @type {Record<string, import('./chart-picture.js').Picture>} */
export const PICTURES = {
  flow,
  retention,
  'exit-curves': exitCurves,
  exits: bars('purpose', 'amount'),
  'missing-suppliers': bars('sector', 'amount'),
  areas: bars('area', 'own_share'),
  lorenz,
  fund,
  provisions: bars('provision', 'share'),
  roles: bars('role', 'share'),
  programmes,
  quality: bars('measure', 'share'),
};

/** Tables that are drawn as a map of who pays whom. */
export const MAPS = new Set(['sector-matrix', 'area-matrix']);

/** Tables that need the page's whole width. */
export const WIDE = new Set(['flow', 'sector-matrix', 'area-matrix', 'schemes', 'sectors', 'areas', 'programmes']);

/** Tables that are in sight from the start. */
export const LISTED = new Set(['areas', 'schemes', 'sectors', 'distribution']);
