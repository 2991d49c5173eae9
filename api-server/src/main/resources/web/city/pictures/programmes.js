// What became of each programme's money, under the reading that mixes: a bar each. No DOM.

import { known } from '../report.js';
import { filled, ground, legend, small, valueAxis } from './look.js';

const PARTS = ['inside', 'redeemed'];

/** The lines of the reading that is drawn. @param {import('../report.js').Table} table */
function drawn(table) {
  return table.where({ rule: 'mixed' }).filter(({ granted }) => known(granted) > 0);
}

/** @type {import('./chart-picture.js').Picture} */
export const programmes = {
  figure: 'inside',
  height: (table, look) => (drawn(table).length * 2.6 + 4) * look.letter,
  option: (table, { words }, look) => ({
    ...ground(look),
    grid: { left: look.letter * (look.isNarrow ? 9 : 16), right: look.letter * 2, top: 0, bottom: look.letter * 4.5 },
    legend: legend(look),
    xAxis: { ...valueAxis(look, (value) => words.percent(value)), max: 1 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: drawn(table).map(({ programme }) => programme),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.rule } },
      axisLabel: { ...small(look), color: look.text, width: look.letter * (look.isNarrow ? 8 : 15), overflow: 'truncate' },
    },
    series: PARTS.map((part, at) => ({
      type: 'bar',
      name: table.columns.find(({ id }) => id === part).name[words.language],
      stack: 'all',
      barWidth: '55%',
      itemStyle: filled(look, at),
      data: drawn(table).map((line) => (known(line[part]) ?? 0) / line.granted),
    })),
  }),
};
