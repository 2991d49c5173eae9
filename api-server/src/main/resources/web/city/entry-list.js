import { LitElement, css, html, nothing } from 'lit';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { formatAmount } from '../kit/money.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { tableStyles } from './table-styles.js';

const COLUMNS = ['index', 'time', 'from', 'to', 'kind', 'amount', 'part', 'proof'];
const FIGURES = ['amount', 'part'];

/** The journal's entries behind one line of an exact table, for an auditor. */
export class EntryList extends LitElement {
  static properties = {
    table: { attribute: false },
    row: { attribute: false },
    view: { attribute: false },
    entries: { state: true },
    next: { state: true },
    state: { state: true },
    checks: { state: true },
  };

  static styles = [
    sharedStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }

      h4,
      p {
        font-size: var(--omloop-font-size-1);
        margin: 0;
      }

      button {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        cursor: pointer;
        font: inherit;
        min-block-size: var(--omloop-target-size);
        padding-inline: var(--omloop-space-4);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./report.js').Table | undefined} */
    this.table = undefined;
    this.row = 0;
    /** @type {import('./cell-text.js').View | undefined} */
    this.view = undefined;
    /** @type {import('./report-client.js').Movement[]} */
    this.entries = [];
    /** @type {string | undefined} */
    this.next = undefined;
    /** @type {'reading' | 'read' | 'none' | 'trouble'} */
    this.state = 'reading';
    /** What came of checking an entry's receipt: key of the words that say it. @type {Map<number, string>} */
    this.checks = new Map();
  }

  willUpdate(changed) {
    if (changed.has('row') || changed.has('table')) {
      this.entries = [];
      this.next = undefined;
      this.#read();
    }
  }

  async #read() {
    const { row, table } = this;
    this.state = 'reading';
    try {
      const page = await this.view.audit.entries(this.view.report.period.id, table.id, row, this.next);
      if (row !== this.row || table !== this.table) {
        return; // another line was chosen meanwhile
      }
      this.entries = [...this.entries, ...page.entries];
      this.next = page.next;
      this.state = 'read';
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.state = cause instanceof Problem && cause.status === 404 ? 'none' : 'trouble';
    }
  }

  render() {
    const t = this.view.words.t.bind(this.view.words);
    return html`
      <h4 tabindex="-1">${t('city.entries-behind')}</h4>
      <p role="status">
        ${this.state === 'read'
          ? t('city.entries-shown', { count: this.view.words.number(this.entries.length) })
          : t(`city.entries-${this.state}`)}
      </p>
      ${this.entries.length > 0 ? this.#list() : nothing}
      ${this.next && this.state === 'read'
        ? html`<button type="button" @click=${() => this.#read()}>${t('city.more')}</button>`
        : nothing}
    `;
  }

  #list() {
    const { words } = this.view;
    const columns = COLUMNS.filter((name) => name !== 'part' || this.#hasParts());
    return html`<div class="scroller" role="region" aria-label=${words.t('city.entries-behind')} tabindex="0">
      <table>
        <thead>
          <tr>
            ${columns.map(
              (name) => html`<th scope="col" class=${FIGURES.includes(name) ? 'figure' : ''}>${words.t(`entry.${name}`)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${this.entries.map((entry) => this.#line(entry))}
        </tbody>
      </table>
    </div>`;
  }

  /** Where a reading tells which money moved, only a part of an entry may be the line's. */
  #hasParts() {
    return this.entries.some(({ part }) => part !== undefined);
  }

  #line(/** @type {import('./report-client.js').Movement} */ { index, time, from, to, kind, amount, part }) {
    const { words, currency } = this.view;
    const text = (/** @type {number} */ figure) => formatAmount(figure, currency, words.locale);
    return html`<tr>
      <th scope="row">${words.number(index)}</th>
      <td>${words.dateAndTime(new Date(time))}</td>
      <td>${from ?? '–'}</td>
      <td>${to ?? '–'}</td>
      <td>${words.known(`kind.${kind}`, 'kind.unknown', kind)}</td>
      <td class="figure">${text(amount)}</td>
      ${this.#hasParts() ? html`<td class="figure">${part === undefined ? '' : text(part)}</td>` : nothing}
      <td>${this.checks.has(index) ? words.t(this.checks.get(index)) : this.#checker(index)}</td>
    </tr>`;
  }

  #checker(/** @type {number} */ index) {
    const { words } = this.view;
    return html`<button type="button" @click=${() => this.#check(index)}>
      ${words.t('city.check')}<span class="visually-hidden">: ${words.number(index)}</span>
    </button>`;
  }

  /** The code that checks is fetched by those who check. */
  async #check(/** @type {number} */ index) {
    const { ReceiptInvalid, checkReceipt } = await import('../kit/receipt.js');
    let outcome = 'audit.holds';
    try {
      await checkReceipt(await this.view.audit.receipt(index), this.view.currency.logKey);
    } catch (cause) {
      if (!(cause instanceof ReceiptInvalid || cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      outcome = cause instanceof ReceiptInvalid ? cause.message : 'city.trouble';
    }
    this.checks = new Map(this.checks).set(index, outcome);
  }
}

customElements.define('om-entry-list', EntryList);
