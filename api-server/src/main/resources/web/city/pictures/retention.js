// What stays inside by the money's age, in three readings; and where the rest went. No DOM.

import { periodText, wordText } from '../cell-text.js';
import { ALL, cohortShown } from '../cohorts.js';
import { known } from '../report.js';
import { filled, ground, legend, small, valueAxis } from './look.js';

const RULES = ['fifo', 'lifo', 'mixed'];
const DASHES = { fifo: 'dashed', lifo: 'dotted', mixed: 'solid' };

/** The reading that leads; it has the band, and all money is drawn by it beside the money that was chosen. */
const LEADING = 'mixed';

/** @type {import('./chart-picture.js').Picture} */
export const retention = {
  figure: 'inside',
  height: (_, look) => look.letter * 24,
  option: (table, view, look) => {
    const cohort = cohortShown(table, view);
    const readings = RULES.map((rule, at) => ({
      ...curve(points(table, cohort, rule, 'inside')),
      name: wordText(rule, 'rule', table.id, view),
      color: look.series[at === 2 ? 0 : at + 1],
      lineStyle: { width: rule === LEADING ? 3 : 2, type: DASHES[rule] },
    }));
    const all = {
      ...curve(points(table, ALL, LEADING, 'inside')),
      name: periodText(ALL, view.words),
      color: look.muted,
      lineStyle: { width: 1.5 },
    };
    const lines = (cohort === ALL ? readings : [all, ...readings]).filter(({ data }) => data.length > 0);
    return {
      ...frame(view, look),
      legend: { ...legend(look, true), data: lines.map(({ name }) => name) },
      series: [...band(table, cohort, look), ...lines],
    };
  },
};

function curve(data) {
  return { type: 'line', step: 'end', symbol: 'none', data };
}

function points(table, cohort, rule, column) {
  return table
    .where({ cohort, rule })
    .map((line) => [line.age, known(line[column])])
    .filter(([, figure]) => figure !== null);
}

/** Between the band's edges where the table has them. An area of its own: ECharts stacks lines over two axes of values along the wrong one. */
function band(table, cohort, look) {
  const edges = table
    .where({ cohort, rule: LEADING })
    .map(({ age, low80, high80 }) => [age, known(low80), known(high80)])
    .filter(([, low, high]) => low !== null && high !== null);
  const outline = [...steps(edges.map(([age, , high]) => [age, high])), ...steps(edges.map(([age, low]) => [age, low])).reverse()];
  const renderItem = (_, api) => ({
    type: 'polygon',
    silent: true,
    shape: { points: outline.map((point) => api.coord(point)) },
    style: { fill: look.series[0], opacity: 0.18 },
  });
  return edges.length === 0 ? [] : [{ type: 'custom', silent: true, data: [outline[0]], renderItem }];
}

/** The corners of a curve that keeps its height up to the next point. */
function steps(curve) {
  return curve.flatMap((point, at) => (at === 0 ? [point] : [[point[0], curve[at - 1][1]], point]));
}

/** @type {import('./chart-picture.js').Picture} */
export const exitCurves = {
  figure: 'share',
  height: (table, look) => look.letter * (look.isNarrow ? 26 + seen(table).length * 1.2 : 28),
  option: (table, view, look) => {
    const purposes = seen(table);
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

/** Purposes for which money is known to have left. */
function seen(table) {
  return table.values('purpose').filter((purpose) => table.where({ purpose }).some(({ share }) => known(share) > 0));
}

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
