// Bars that lie, a line of the table each, in its order; the figure stands as text at the bar's end. No DOM.

import { cellText, wordText } from '../cell-text.js';
import { known } from '../report.js';
import { ground, small, valueAxis } from './look.js';

const LINE = 2.6;

/**
 * @param {string} name column of the bars' names
 * @param {string} value column of their length
 * @returns {import('./chart-picture.js').Picture}
 */
export function bars(name, value) {
  return {
    figure: value,
    height: (table, look) => (table.lines.length * (look.isNarrow ? 2 : 1) * LINE * 0.8 + 1) * look.letter,
    option: (table, view, look) => option(table, view, look, name, value),
  };
}

function option(table, view, look, name, value) {
  const column = table.columns.find(({ id }) => id === value);
  const naming = table.columns.find(({ id }) => id === name);
  const names = table.lines.map((line) =>
    naming.kind === 'word' ? wordText(line[name], name, table.id, view) : line[name],
  );
  const longest = Math.max(...table.lines.map((line) => known(line[value]) ?? 0));
  return {
    ...ground(look),
    grid: {
      left: look.isNarrow ? 0 : look.letter * 16,
      right: look.letter * 6.5,
      top: 0,
      bottom: 0,
      containLabel: false,
    },
    xAxis: { ...valueAxis(look, String), show: false, max: longest || 1, min: 0 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names,
      axisLine: { lineStyle: { color: look.rule } },
      axisTick: { show: false },
      axisLabel: look.isNarrow
        ? { show: false }
        : { ...small(look), color: look.text, width: look.letter * 15, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barWidth: look.isNarrow ? '34%' : '62%',
        itemStyle: { color: look.inside },
        data: table.lines.map((line) => known(line[value]) ?? 0),
        label: {
          show: true,
          position: 'right',
          color: look.text,
          fontSize: look.letter,
          formatter: ({ dataIndex }) => cellText(table.lines[dataIndex][value], column, table, view),
        },
        markPoint: look.isNarrow ? above(names, look) : undefined,
      },
    ],
  };
}

/** On a narrow screen a name stands above its bar. */
function above(names, look) {
  return {
    symbol: 'rect',
    symbolSize: 0,
    data: names.map((name, at) => ({
      coord: [0, at],
      label: {
        show: true,
        formatter: () => name, // a text would be a template
        position: [0, -look.letter * 1.9],
        align: 'left',
        color: look.text,
        fontSize: look.letter,
        width: look.width - look.letter,
        overflow: 'truncate',
      },
    })),
  };
}
