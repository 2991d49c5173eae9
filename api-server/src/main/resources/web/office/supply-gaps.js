import { css, html, nothing, svg } from 'lit';
import { fetchJson } from '../kit/member-client.js';
import { stackedTable } from '../kit/stacked-table.js';
import { divisionName } from '../kit/supply-words.js';
import { linesOf } from './operator-table.js';
import { outcomeOf } from './outcome.js';
import { TableSection } from './table-section.js';

/** Sectors that money leaves for, the largest first: those that nobody inside sells, and those that somebody does. */
export class SupplyGaps extends TableSection {
  static properties = { ...TableSection.properties, periods: { state: true } };

  static styles = [
    ...TableSection.styles,
    css`
      table {
        border-collapse: collapse;
        inline-size: 100%;
      }

      th,
      td {
        border-block-end: 1px solid var(--omloop-color-rule);
        font-variant-numeric: tabular-nums;
        padding: var(--omloop-space-2);
        text-align: start;
        vertical-align: top;
      }

      tbody th {
        font-weight: var(--omloop-font-weight-strong);
      }

      th,
      td {
        overflow-wrap: normal;
      }

      .line {
        display: flex;
        justify-content: space-between;
      }

      svg {
        block-size: 8px;
        display: block;
        inline-size: 100%;
        margin-block-start: var(--omloop-space-1);
      }

      rect {
        fill: var(--omloop-chart-6-color);
      }

      .gap rect {
        fill: var(--omloop-chart-5-color);
      }

      thead th {
        white-space: nowrap;
      }

      .purpose {
        display: block;
        font-weight: var(--omloop-font-weight-normal);
      }

      .gap .inside {
        font-weight: var(--omloop-font-weight-strong);
      }

      .inside span {
        border-inline-start: 4px solid transparent;
        padding-inline-start: var(--omloop-space-2);
      }

      .gap .inside span {
        border-color: var(--omloop-chart-5-color);
      }
    `,
    stackedTable,
  ];

  constructor() {
    super('supply-gaps');
    /** Those that can be asked for, the latest first. @type {{period: string, length: string, closed: boolean}[]} */
    this.periods = [];
  }

  heading() {
    return this.words.t('office.gaps');
  }

  async show(period = '') {
    await super.show(period);
    if (this.found && this.periods.length === 0) {
      const { said } = await outcomeOf(this.words, async () => {
        const { reports } = await fetchJson('/v1/circulation/reports');
        this.periods = reports.filter(({ length }) => length !== 'month').reverse();
        return '';
      });
      this.outcome ||= said;
    }
  }

  /** @param {import('./operator-table.js').OperatorTable} found */
  content(found) {
    const t = this.words.t.bind(this.words);
    const lines = linesOf(found).sort((one, other) => other.amount - one.amount);
    const sought = lines.filter(({ sector }) => sector !== '?');
    return html`
      ${this.#choice(found)} ${lines.length === 0 ? html`<p>${t('gap.nothing')}</p>` : nothing}
      ${this.#group('gap.none-inside', sought.filter(({ local }) => local === 0), sought[0])}
      ${this.#group('gap.some-inside', sought.filter(({ local }) => local > 0), sought[0])}
      ${this.#others(lines.filter(({ sector }) => sector === '?'))}
    `;
  }

  #others(/** @type {Record<string, any>[]} */ lines) {
    return lines.length === 0
      ? nothing
      : html`<h3>${this.words.t('gap.other')}</h3>
          <p>${this.words.t('gap.other-why')}</p>
          <ul>
            ${lines.map(
              ({ purpose, amount }) => html`<li class="line">
                <span>${this.#purpose(purpose)}</span> ${this.amount(amount)}
              </li>`,
            )}
          </ul>`;
  }

  #choice(/** @type {import('./operator-table.js').OperatorTable} */ found) {
    return html`<label>
      ${this.words.t('office.period')}
      <select ?disabled=${this.isBusy} @change=${({ target }) => this.show(target.value)}>
        ${this.periods.map(
          (each) => html`<option value=${each.period} ?selected=${each.period === found.period}>
            ${this.#period(each)}
          </option>`,
        )}
      </select>
    </label>`;
  }

  #period(/** @type {{period: string, closed: boolean}} */ { period, closed }) {
    const [year, number] = period.split('-Q');
    const name = this.words.t(number ? 'office.quarter' : 'office.year', { year, number });
    return closed ? name : this.words.t('office.running', { period: name });
  }

  /** Those that ask for the same of the office. */
  #group(/** @type {string} */ name, /** @type {Record<string, any>[]} */ lines, /** @type {Record<string, any>} */ largest) {
    return lines.length === 0
      ? nothing
      : html`<h3>${this.words.t(name)}</h3>
          <p>${this.words.t(`${name}-why`)}</p>
          <table role="table" aria-label=${this.words.t(name)}>
            <thead role="rowgroup">
              <tr role="row">
                ${['sector', 'amount', 'most', 'local'].map(
                  (column) => html`<th role="columnheader" scope="col">${this.words.t(`gap.${column}`)}</th>`,
                )}
              </tr>
            </thead>
            <tbody role="rowgroup">
              ${lines.map((line) => this.#line(line, largest.amount))}
            </tbody>
          </table>`;
  }

  #line(/** @type {Record<string, any>} */ line, /** @type {number} */ largest) {
    const t = this.words.t.bind(this.words);
    const { sector, purpose, amount, local, most, most_amount: ofThat } = line;
    return html`<tr role="row" class=${local === 0 ? 'gap' : ''}>
      <th role="rowheader" scope="row">
        ${divisionName(sector, this.words)}<span class="muted purpose">${this.#purpose(purpose)}</span>
      </th>
      <td role="cell" data-label=${t('gap.amount')}><span>${this.amount(amount)}${bar(amount / largest)}</span></td>
      <td role="cell" data-label=${t('gap.most')}><span>${this.nameOf(most)} (${this.amount(ofThat)})</span></td>
      <td role="cell" data-label=${t('gap.local')} class="inside"><span>${this.words.number(local)}</span></td>
    </tr>`;
  }

  #purpose(/** @type {string} */ purpose) {
    return this.words.known(`purpose.${purpose}`, 'purpose.unknown', purpose);
  }
}

/** A share as a picture of what the figure beside it says. @param {number} share 0 … 1 */
function bar(share) {
  return html`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect width=${Math.max(1, share * 100)} height="8" />`}
  </svg>`;
}

customElements.define('om-supply-gaps', SupplyGaps);
