// Money's way from programme to where it is now, as far as it was followed. No DOM.

import { wordText } from '../cell-text.js';
import { known } from '../report.js';
import { ground } from './look.js';

const INSIDE = 'inside';

/** @type {import('./chart-picture.js').Picture} */
export const flow = {
  figure: 'amount',
  height: (table, look) => look.letter * Math.max(24, places(table).length * 1.7),
  leastWidth: (look) => look.letter * 62,
  option: (table, view, look) => option(table, view, look, { ends: 15, gap: 1.1 }),
};

/** Three columns, which a narrow screen has room for. @type {import('./chart-picture.js').Picture} */
export const booksFlow = {
  figure: 'amount',
  height: (table, look) => look.letter * Math.max(20, places(table).length * 2),
  option: (table, view, look) => option(table, view, look, { ends: look.isNarrow ? 13 : 17, gap: 1.3 }),
};

/** Room for the names of what ends, and between places, in letters. */
function option(table, view, look, { ends, gap }) {
  return {
    ...ground(look),
    series: [
      {
        type: 'sankey',
        left: 0,
        right: look.letter * ends,
        top: look.letter * 0.5,
        bottom: look.letter * 0.5,
        layoutIterations: 0,
        nodeGap: look.letter * gap,
        nodeWidth: look.letter * 0.8,
        draggable: false,
        emphasis: { disabled: true },
        label: { color: look.text, fontSize: look.letter, fontFamily: look.font, width: look.letter * (ends - 1), overflow: 'truncate' },
        data: places(table).map(({ id, depth, word }) => ({
          name: id,
          depth,
          itemStyle: { color: colour(word, look), borderWidth: 0 },
          label: { formatter: () => wordText(word, 'from', table.id, view) }, // a text would be a template
        })),
        links: drawn(table).map(({ step, from, to, amount }) => ({
          source: place(step, from),
          target: place(step + 1, to),
          value: amount,
          lineStyle: { color: colour(to, look), opacity: to === INSIDE ? 0.45 : isOut(to) ? 0.4 : 0.16 },
        })),
      },
    ],
  };
}

function drawn(table) {
  return table.lines.filter((line) => known(line.amount) > 0);
}

/** What ends stands in the last column; the band of what is still inside stands on top of it, as it is the largest. */
function places(table) {
  const found = new Map();
  const last = Math.max(...drawn(table).map(({ step }) => step)) + 1; // columns: how often the money was passed on
  for (const { step, from, to } of drawn(table)) {
    for (const [depth, word] of [[step, from], [step + 1, to]]) {
      found.set(place(depth, word), { id: place(depth, word), depth: isEnd(word) ? last : depth, word });
    }
  }
  return [...found.values()].sort((one, other) => rank(one) - rank(other));
}

function rank({ depth, word }) {
  return depth * 10 + (word === INSIDE ? 0 : isOut(word) ? 2 : 1);
}

function place(depth, word) {
  return isEnd(word) ? word : `${depth} ${word}`;
}

function isEnd(word) {
  return word === INSIDE || isOut(word);
}

function isOut(word) {
  return word.startsWith('out-');
}

function colour(word, look) {
  return isOut(word) ? look.outside : look.inside;
}
