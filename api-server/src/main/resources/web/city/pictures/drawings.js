// How each table is drawn.

import { bars } from './bars.js';
import { flow } from './flow.js';
import { fund } from './fund.js';
import { lorenz } from './lorenz.js';
import { programmes } from './programmes.js';
import { exitCurves, retention } from './retention.js';

/** By the table's id. @type {Record<string, import('./chart-picture.js').Picture>} */
export const DRAWINGS = {
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
