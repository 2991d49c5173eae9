// A report's table as a table on the screen. Knows no element, so that several can draw one.

import { html, nothing } from 'lit';
import { BAND, bandText, cellText } from './cell-text.js';
import { HIDDEN, isFigure } from './report.js';

/**
 * @param {import('./report.js').Table} table
 * @param {import('./cell-text.js').View} view
 * @param {object} [choices]
 * @param {(line: import('./report.js').Line) => boolean} [choices.stands] which lines stand in it; all by default
 * @param {((row: number) => void) | null} [choices.look] for whoever may look at the entries behind a line, by its number in the report
 * @param {boolean} [choices.isReachable] whether the keyboard gets to a table that scrolls: not while the eye cannot see it
 */
export function tableView(table, view, { stands = () => true, look = null, isReachable = true } = {}) {
  const { words } = view;
  const title = table.title[words.language];
  return html`
    <div
      class=${isReachable ? 'scroller' : 'for-the-ear'}
      role=${isReachable ? 'region' : nothing}
      aria-label=${isReachable ? title : nothing}
      tabindex=${isReachable ? 0 : nothing}
    >
      <table>
        <caption class="visually-hidden">
          ${title}
        </caption>
        <thead>
          <tr>
            ${shown(table).map(
              (column) =>
                html`<th scope="col" class=${isFigure(column) ? 'figure' : ''}>
                  ${column.id === BAND.low ? words.t('city.band') : column.name[words.language]}
                </th>`,
            )}
            ${look ? html`<th scope="col" class="entries">${words.t('city.entries')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${table.lines.map((line, row) => (stands(line) ? lineView(table, line, table.numbers[row], view, look) : nothing))}
        </tbody>
      </table>
    </div>
  `;
}

/** A band's two edges stand in one cell. */
function shown({ columns }) {
  return columns.filter(({ id }) => id !== BAND.high);
}

function lineView(table, line, row, view, look) {
  const { words } = view;
  return html`<tr>
    ${shown(table).map((column, at) => cell(table, column, line, view, at === 0))}
    ${look
      ? html`<td class="entries">
          <button type="button" @click=${() => look(row)}>
            ${words.t('city.look')}<span class="visually-hidden">: ${cellText(line[table.columns[0].id], table.columns[0], table, view)}</span>
          </button>
        </td>`
      : nothing}
  </tr>`;
}

function cell(table, column, line, view, isFirst) {
  const value = line[column.id];
  const text = cellText(value, column, table, view, line);
  if (isFirst) {
    return html`<th scope="row">${text}</th>`;
  }
  if (!isFigure(column)) {
    return html`<td>${text}</td>`;
  }
  if (value === HIDDEN) {
    return hiddenCell(view);
  }
  if (column.id === BAND.low && value !== null) {
    return html`<td class="figure">${bandText(line, (edge) => cellText(edge, column, table, view, line))}</td>`;
  }
  return value === null ? absentCell(view) : html`<td class="figure">${text}</td>`;
}

/** The sign is what CBS prints; the words are for who hears the table. @param {import('./cell-text.js').View} view */
export function hiddenCell({ words }) {
  return html`<td class="figure hidden">
    <span class="x" aria-hidden="true" title=${words.t('city.hidden')}>x</span
    ><span class="visually-hidden">${words.t('city.hidden')}</span>
  </td>`;
}

/** @param {import('./cell-text.js').View} view */
export function absentCell({ words }) {
  return html`<td class="figure">
    <span aria-hidden="true">.</span><span class="visually-hidden">${words.t('city.absent')}</span>
  </td>`;
}
