import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { nameOf } from './day.js';
import { screenStyles } from './screen-styles.js';

/** The totals of a stretch of the journal, X or Z, and what ties them to it; made for a roll of 80 mm as for A4. */
export class TallyReport extends LitElement {
  static properties = {
    tally: { attribute: false },
    closing: { attribute: false },
    at: { attribute: false },
    people: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
  };

  static styles = [
    sharedStyles,
    screenStyles,
    css`
      :host {
        max-inline-size: 34rem;
      }

      table {
        border-collapse: collapse;
        inline-size: 100%;
        table-layout: fixed;
      }

      th,
      td {
        padding: var(--omloop-space-1) 0;
      }

      th {
        font-weight: var(--omloop-font-weight-normal);
        inline-size: 50%;
        overflow-wrap: anywhere;
        text-align: start;
      }

      td {
        font-variant-numeric: tabular-nums;
        text-align: end;
      }

      td:last-child {
        inline-size: 32%;
      }

      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {any} as the API has it */
    this.tally = null;
    /** @type {any} the closing it belongs to, once there is one */
    this.closing = null;
    /** When it was closed, or read. */
    this.at = new Date();
    /** Who work at this till. @type {{key: string, name: string}[]} */
    this.people = [];
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
  }

  render() {
    const { tally } = this;
    return html`
      <dl>
        ${this.#row('tally.gross', tally.gross)} ${this.#row('tally.refunds', -tally.refunds)}
        ${this.#row('tally.net', tally.net, 'total')}
      </dl>
      <p>
        ${this.words.t('tally.counts', { payments: tally.paymentCount, refunds: tally.refundCount })}
      </p>
      ${this.#part(
        'tally.by-cashier',
        tally.byCashier.map((each) => ({
          name: each.cashier ? nameOf(each.cashier, this.people) : this.words.t('tally.no-cashier'),
          count: each.paymentCount + each.refundCount,
          amount: each.net,
        })),
      )}
      ${this.#part(
        'tally.by-channel',
        tally.byChannel
          .filter((each) => each.paymentCount > 0) // a refund needs no code
          .map((each) => ({
            name: this.words.t(`channel.${each.channel}`),
            count: each.paymentCount,
            amount: each.gross,
          })),
      )}
      ${tally.closing === undefined ? nothing : this.#balance()} ${this.#ties()}
    `;
  }

  #part(/** @type {string} */ key, /** @type {{name: string, count: number, amount: number}[]} */ rows) {
    return rows.length === 0
      ? nothing
      : html`<h2>${this.words.t(key)}</h2>
          <table>
            <tbody>
              ${rows.map(
                ({ name, count, amount }) => html`<tr>
                  <th scope="row">${name}</th>
                  <td>${count}×</td>
                  <td>${this.#amount(amount)}</td>
                </tr>`,
              )}
            </tbody>
          </table>`;
  }

  /** How the account's balance came to be what it is. */
  #balance() {
    const { tally } = this;
    return html`<h2>${this.words.t('tally.balance')}</h2>
      <dl>
        ${this.#row('tally.opening', tally.opening)} ${this.#row('tally.net', tally.net)}
        ${tally.contributions === 0 ? nothing : this.#row('tally.contributions', -tally.contributions)}
        ${tally.other === 0 ? nothing : this.#row('tally.other', tally.other)}
        ${this.#row('tally.closing', tally.closing, 'total')}
      </dl>`;
  }

  #ties() {
    const { tally, closing } = this;
    return html`<h2>${this.words.t('tally.ties')}</h2>
      <dl>
        ${this.#fact(closing ? 'tally.closed-at' : 'tally.read-at', this.words.dateAndTime(this.at))}
        ${this.#fact('tally.account', tally.account)}
        ${this.#fact('tally.entries', `${tally.first} – ${tally.treeSize - 1}`)}
        ${this.#fact('tally.size', String(tally.treeSize))}
        ${this.#fact('tally.root', html`<code>${tally.root}</code>`)}
      </dl>`;
  }

  #row(/** @type {string} */ key, /** @type {number} */ amount, name = '') {
    return html`<div class=${name}>
      <dt>${this.words.t(key)}</dt>
      <dd>${this.#amount(amount)}</dd>
    </div>`;
  }

  #fact(/** @type {string} */ key, /** @type {unknown} */ value) {
    return html`<div>
      <dt>${this.words.t(key)}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  #amount(/** @type {number} */ amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }
}

customElements.define('om-tally-report', TallyReport);
