// The fund month by month: what came in, what was granted, and what lies in it. No DOM.

import { shortPeriod } from '../cell-text.js';
import { HIDDEN, known } from '../report.js';
import { filled, ground, legend, small, valueAxis } from './look.js';

/** Those that stand on each other share a stack. */
const BARS = [
  ['contributed', 'in'],
  ['levied', 'in'],
  ['granted', 'out'],
];

/** @type {import('./chart-picture.js').Picture} */
export const fund = {
  figure: 'granted',
  height: (_, look) => look.letter * 24,
  option: (table, view, look) => {
    const { words, currency } = view;
    const nameOf = (/** @type {string} */ id) => table.columns.find((column) => column.id === id).name[words.language];
    const whole = (/** @type {number} */ amount) =>
      `${currency.symbol} ${words.number(Math.round(amount / 10 ** currency.scale))}`;
    return {
      ...ground(look),
      grid: { left: look.letter * 5.5, right: look.letter, top: look.letter, bottom: look.letter * (look.isNarrow ? 7 : 5) },
      legend: legend(look),
      xAxis: {
        type: 'category',
        data: table.lines.map(({ month }) => shortPeriod(month, words)),
        axisLabel: { ...small(look), hideOverlap: true },
        axisLine: { lineStyle: { color: look.rule } },
        axisTick: { show: false },
      },
      yAxis: valueAxis(look, whole),
      series: [
        ...BARS.map(([id, stack], at) => ({
          type: 'bar',
          name: nameOf(id),
          stack,
          itemStyle: filled(look, at),
          data: table.lines.map((line) => (line[id] === HIDDEN ? hidden(look) : known(line[id]))),
        })),
        ...(table.lines.some(({ balance }) => known(balance) !== null) ? [balances(table, nameOf('balance'), look)] : []),
      ],
    };
  },
};

/** In public a balance is hidden, as it is one unit's. */
function balances(table, name, look) {
  return {
    type: 'line',
    name,
    symbol: 'circle',
    symbolSize: look.letter * 0.5,
    color: look.text,
    data: table.lines.map(({ balance }) => known(balance)),
  };
}

/** Hidden is never nothing: where a bar would stand there is the sign. */
function hidden(look) {
  return { value: 0, label: { show: true, position: 'top', formatter: HIDDEN, color: look.text, fontSize: look.letter } };
}
