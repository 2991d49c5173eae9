import { LitElement, css, html, nothing } from 'lit';
import { sharedStyles } from '../../kit/shared-styles.js';
import { wordText } from '../cell-text.js';
import { HIDDEN, known } from '../report.js';
import { tableStyles } from '../table-styles.js';
import { hiddenCell } from '../table-view.js';
import { wholeAmount } from '../whole-amount.js';

/** How strong a cell is coloured by its share of the largest; a cell's amount stands in it as text too. */
const STEPS = [0.02, 0.2, 0.6];

/** Who pays whom as a map: payers in rows, payees in columns, amounts as text, hidden ones hatched. */
export class MatrixMap extends LitElement {
  static properties = {
    table: { attribute: false },
    view: { attribute: false },
  };

  static styles = [
    sharedStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }

      p {
        color: var(--omloop-color-text-muted);
        margin-block: var(--omloop-space-2) 0;
      }

      th,
      td {
        border: 1px solid var(--omloop-color-ground);
        padding: var(--omloop-space-2);
      }

      thead th {
        max-inline-size: 9rem;
        min-inline-size: 6rem;
        text-align: end;
      }

      tbody th {
        background: var(--omloop-color-ground);
        inset-inline-start: 0;
        max-inline-size: 11rem;
        min-inline-size: 7rem;
        position: sticky;
      }

      td.figure {
        padding: var(--omloop-space-2);
      }

      .heat-1 {
        background-color: var(--omloop-heat-1-background-color);
        color: var(--omloop-heat-low-color);
      }

      .heat-2 {
        background-color: var(--omloop-heat-2-background-color);
        color: var(--omloop-heat-low-color);
      }

      .heat-3 {
        background-color: var(--omloop-heat-3-background-color);
        color: var(--omloop-heat-high-color);
      }

      @media print {
        table {
          table-layout: fixed; /* paper does not scroll */
        }

        th,
        td {
          overflow-wrap: anywhere;
          font-size: 0.5625rem;
          min-inline-size: 0;
          padding: 1px 2px;
          print-color-adjust: exact;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../report.js').Table | undefined} */
    this.table = undefined;
    /** @type {import('../cell-text.js').View | undefined} */
    this.view = undefined;
  }

  render() {
    const { words } = this.view;
    const label = words.t('city.map-of', { title: this.table.title[words.language] });
    const payers = told(this.table, 'payer');
    const payees = sameOrder(payers, told(this.table, 'payee'));
    const untold = this.table.values('payer').length - payers.length + this.table.values('payee').length - payees.length;
    const left = untold > 0 ? html`<p>${words.t('city.matrix-hidden', { count: words.number(untold) })}</p>` : nothing;
    if (payers.length === 0) {
      return left;
    }
    const largest = Math.max(...this.table.lines.map(({ amount }) => known(amount) ?? 0));
    return html`<div class="scroller" role="region" aria-label=${label} tabindex="0">
      <table>
        <caption class="visually-hidden">
          ${label}
        </caption>
        <thead>
          <tr>
            <td>${words.t('city.payer-payee')}</td>
            ${payees.map((payee) => html`<th scope="col">${this.#name('payee', payee)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${payers.map(
            (payer) => html`<tr>
              <th scope="row">${this.#name('payer', payer)}</th>
              ${payees.map((payee) => this.#cell(this.table.line({ payer, payee }), largest))}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${left}`;
  }

  #name(/** @type {string} */ column, /** @type {string} */ word) {
    return wordText(word, column, this.table.id, this.view);
  }

  #cell(/** @type {import('../report.js').Line | undefined} */ line, /** @type {number} */ largest) {
    if (!line) {
      return html`<td></td>`;
    }
    if (line.amount === HIDDEN) {
      return hiddenCell(this.view);
    }
    const column = this.table.columns.find(({ id }) => id === 'amount');
    const share = largest > 0 ? (known(line.amount) ?? 0) / largest : 0;
    const heat = STEPS.filter((step) => share >= step).length;
    return html`<td class=${heat > 0 ? `figure heat-${heat}` : 'figure'}>
      ${line.amount === null ? nothing : wholeAmount(line.amount, column, this.table, this.view)}
    </td>`;
  }
}

/** Who has a figure that is not hidden; with many small groups a map would be hatching alone. */
function told(/** @type {import('../report.js').Table} */ table, /** @type {'payer' | 'payee'} */ side) {
  return table.values(side).filter((word) => table.where({ [side]: word }).some(({ amount }) => amount !== HIDDEN));
}

/** Payees in the order of payers, so that who pays their own kind stands on the diagonal. */
function sameOrder(/** @type {string[]} */ payers, /** @type {string[]} */ payees) {
  return [...payers.filter((each) => payees.includes(each)), ...payees.filter((each) => !payers.includes(each))];
}

customElements.define('om-matrix-map', MatrixMap);
