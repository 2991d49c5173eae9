// How each table is drawn.

import { areaMap } from './area-drawing.js';
import { bars } from './bars.js';
import { booksFlow, flow } from './flow.js';
import { fund } from './fund.js';
import { lorenz } from './lorenz.js';
import { programmes } from './programmes.js';
import { exitCurves, retention } from './retention.js';

/** By the table's id, or by a name of its own where a table is drawn in more ways than one. @type {Record<string, import('./chart-picture.js').Picture>} */
export const DRAWINGS = {
  flow,
  'books-flow': booksFlow,
  retention,
  'exit-curves': exitCurves,
  exits: bars('purpose', 'amount'),
  'missing-suppliers': bars('sector', 'amount'),
  areas: bars('area', 'own_share'),
  'own-share': areaMap('own_share'),
  'net-flow': areaMap('net'),
  lorenz,
  fund,
  provisions: bars('provision', 'share'),
  roles: bars('role', 'share'),
  programmes,
  quality: bars('measure', 'share'),
};
