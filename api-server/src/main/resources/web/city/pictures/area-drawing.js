// A figure of each neighbourhood on a map: without arrows, as those would tell single payments apart. No DOM.

import { cellText, filterText } from '../cell-text.js';
import { known } from '../report.js';
import { ground, hatchOf } from './look.js';

/** What ECharts knows the boundaries by. */
const MAP = 'areas';

/** A degree of longitude is that much shorter than one of latitude, where CBS's areas are. */
const ASPECT = 0.62;

/** Shares that begin a colour. */
export const STEPS = [0, 0.25, 0.5];

/** How an area looks by its figure: a colour, and hatching beside it where colour alone would have to tell. */
const FILLS = {
  own_share: (share, look) => ({ areaColor: look.heats[STEPS.filter((step) => share >= step).length - 1] }),
  net: (net, look) =>
    net < 0 ? { areaColor: look.heats[0], decal: hatchOf(look.series[1]) } : { areaColor: look.heats[1] },
};

/** @param {'own_share' | 'net'} figure @returns {import('./chart-picture.js').Picture} */
export function areaMap(figure) {
  return {
    figure,
    prepare,
    height: (_, look) => Math.min(look.width * 0.75, look.letter * 34),
    option: (table, view, look) => option(table, view, look, figure),
  };
}

async function prepare(library) {
  if (!library.getMap(MAP)) {
    const answer = await fetch('/v1/areas/map', { headers: { Accept: 'application/geo+json' } });
    if (!answer.ok) {
      throw new Error(`no boundaries: ${answer.status}`);
    }
    library.registerMap(MAP, await answer.json());
  }
}

function option(table, view, look, figure) {
  const column = table.columns.find(({ id }) => id === figure);
  return {
    ...ground(look),
    series: [
      {
        type: 'map',
        map: MAP,
        nameProperty: 'code',
        aspectScale: ASPECT,
        left: 1,
        right: 1,
        top: look.letter * 0.5,
        bottom: look.letter * 0.5,
        silent: true,
        selectedMode: false,
        itemStyle: { areaColor: 'transparent', borderColor: look.muted, borderWidth: 1 },
        label: {
          show: true,
          backgroundColor: look.ground,
          borderRadius: 3,
          color: look.text,
          fontFamily: look.font,
          fontSize: look.letter * (look.isNarrow ? 0.8 : 0.95),
          lineHeight: look.letter * 1.25,
          padding: [2, 4],
          ...(look.isNarrow ? { width: look.letter * 6, overflow: 'break' } : {}),
          formatter: ({ name }) => labelOf(table.line({ area: name }), name, column, table, view),
        },
        labelLayout: { hideOverlap: true },
        data: table.lines.map((line) => ({
          name: line.area,
          value: known(line[figure]) ?? undefined,
          itemStyle: { borderColor: look.muted, ...fill(known(line[figure]), look, figure) },
        })),
      },
    ],
  };
}

function fill(value, look, figure) {
  return value === null ? { areaColor: look.rule } : FILLS[figure](value, look);
}

/** An area that the report has no line of is named only. */
function labelOf(line, code, column, table, view) {
  const name = filterText('area', code, view);
  return line ? `${name}\n${cellText(line[column.id], column, table, view).replace(/[.,]\d\d$/, '')}` : name;
}
