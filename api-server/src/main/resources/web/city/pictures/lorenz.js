// How evenly money is spread: the further a curve hangs under the straight line, the less evenly. No DOM.

import { wordText } from '../cell-text.js';
import { known } from '../report.js';
import { ground, legend, small, valueAxis } from './look.js';

/** @type {import('./chart-picture.js').Picture} */
export const lorenz = {
  figure: 'amount_share',
  height: (_, look) => Math.min(look.width, look.letter * 30) + look.letter * 3,
  option: (table, view, look) => {
    const { words } = view;
    const axis = (/** @type {string} */ name) => ({
      ...valueAxis(look, (value) => words.percent(value)),
      max: 1,
      name: words.t(name),
      nameLocation: 'middle',
      nameTextStyle: small(look),
    });
    return {
      ...ground(look),
      grid: { left: look.letter * 5, right: look.letter * 1.5, top: look.letter, bottom: look.letter * (look.isNarrow ? 9 : 6.5) },
      legend: legend(look, true),
      xAxis: { ...axis('city.share-of-units'), nameGap: look.letter * 2 },
      yAxis: { ...axis('city.share-of-money'), nameGap: look.letter * 3.6 },
      series: [
        ...table.values('who').map((who, at) => ({
          type: 'line',
          name: wordText(who, 'who', table.id, view),
          symbol: 'none',
          lineStyle: { width: 3, type: at === 0 ? 'solid' : 'dashed' },
          data: points(table, who),
        })),
        {
          type: 'line',
          name: words.t('city.even'),
          symbol: 'none',
          color: look.muted,
          lineStyle: { width: 1, type: 'dotted' },
          data: [
            [0, 0],
            [1, 1],
          ],
        },
      ],
    };
  },
};

function points(table, who) {
  return table
    .where({ who })
    .map((line) => [known(line.units_share), known(line.amount_share)])
    .filter(([units, amount]) => units !== null && amount !== null);
}
