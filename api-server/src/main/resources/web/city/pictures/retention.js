// What stays inside by the money's age, in three readings; and where the rest went. No DOM.

import { wordText } from '../cell-text.js';
import { cohortShown } from '../cohorts.js';
import { known } from '../report.js';
import { filled, ground, legend, small, valueAxis } from './look.js';

const RULES = ['fifo', 'lifo', 'mixed'];
const DASHES = { fifo: 'dashed', lifo: 'dotted', mixed: 'solid' };
/** @type {import('./chart-picture.js').Picture} */
export const retention = {
  figure: 'inside',
  height: (_, look) => look.letter * 24,
  option: (table, view, look) => ({
    ...frame(view, look),
    legend: legend(look, true),
    series: RULES.map((rule, at) => ({
      type: 'line',
      name: wordText(rule, 'rule', table.id, view),
      step: 'end',
      symbol: 'none',
      color: look.series[at === 2 ? 0 : at + 1],
      lineStyle: { width: rule === 'mixed' ? 3 : 2, type: DASHES[rule] },
      data: table
        .where({ cohort: cohortShown(table, view), rule })
        .map((line) => [line.age, known(line.inside)])
        .filter(([, inside]) => inside !== null),
    })),
  }),
};

/** @type {import('./chart-picture.js').Picture} */
export const exitCurves = {
  figure: 'share',
  height: (table, look) => look.letter * (look.isNarrow ? 26 + table.values('purpose').length * 1.2 : 28),
  option: (table, view, look) => {
    const purposes = table.values('purpose');
    const names = purposes.map((purpose) => wordText(purpose, 'purpose', table.id, view));
    return {
      ...frame(view, look, purposes.length),
      legend: { ...legend(look), data: names },
      series: stacked(table, purposes)
        .map((data, at) => ({
          type: 'line',
          name: names[at],
          step: 'end',
          symbol: 'none',
          lineStyle: { width: 1, color: look.ground },
          itemStyle: filled(look, at),
          areaStyle: { opacity: 1 },
          data,
        }))
        .reverse(), // each lies on the one that reaches further
    };
  },
};

/** Points of each purpose's upper edge: its own share on those before it. Under the reading that mixes. */
function stacked(table, purposes) {
  const ages = table.values('age').filter((age) => purposes.every((purpose) => isDrawn(table, purpose, age)));
  return purposes.map((_, at) =>
    ages.map((age) => [
      age,
      purposes.slice(0, at + 1).reduce((sum, purpose) => sum + (known(cell(table, purpose, age)) ?? 0), 0),
    ]),
  );
}

/** A curve stops where nothing is at risk; what is hidden is drawn as nothing, and said in the table. */
function isDrawn(table, purpose, age) {
  return cell(table, purpose, age) !== null;
}

function cell(table, purpose, age) {
  return table.line({ rule: 'mixed', purpose, age })?.share ?? null;
}

function frame(view, look, names = 3) {
  const { words } = view;
  const rows = Math.ceil(names / (look.isNarrow ? 1.5 : 4));
  return {
    ...ground(look),
    grid: { left: look.letter * 3.6, right: look.letter * 1.5, top: look.letter, bottom: look.letter * (3.4 + rows * 1.8) },
    legend: legend(look),
    xAxis: {
      type: 'value',
      max: 365,
      name: words.t('city.age-in-days'),
      nameLocation: 'middle',
      nameGap: look.letter * 2,
      nameTextStyle: small(look),
      interval: look.isNarrow ? 90 : 30,
      axisLabel: { ...small(look), hideOverlap: true },
      axisLine: { lineStyle: { color: look.rule } },
      splitLine: { show: false },
    },
    yAxis: { ...valueAxis(look, (value) => words.percent(value)), min: 0, max: names === 3 ? 1 : undefined },
  };
}
