import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { LedgerClient, NoAnswer } from '../kit/ledger-client.js';
import { ReceiptInvalid, checkReceipt } from '../kit/receipt.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';

const SHOWN = 20;

/** The journal's latest entries, each checked here: that it is in the tree whose head the log has signed. */
export class LatestEntries extends LitElement {
  static properties = {
    client: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    entries: { state: true },
    trouble: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--omloop-space-4);
      }

      h2,
      p {
        margin: 0;
      }

      .table {
        overflow-x: auto;
      }

      table {
        border-collapse: collapse;
        inline-size: 100%;
      }

      th,
      td {
        border-block-end: 1px solid var(--omloop-color-rule);
        font-variant-numeric: tabular-nums;
        overflow-wrap: normal;
        padding: var(--omloop-space-2);
        text-align: start;
      }
    `,
    stackedTable,
  ];

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {{index: number, entry: any, why: string}[]} why: key of the words that say what does not hold */
    this.entries = [];
    this.trouble = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  async #read() {
    try {
      const { treeSize } = await new LedgerClient().currency();
      for (let index = treeSize - 1; index >= Math.max(0, treeSize - SHOWN); index--) {
        this.entries = [...this.entries, await this.#checked(index)];
      }
    } catch (cause) {
      if (!(cause instanceof NoAnswer)) {
        throw cause;
      }
      this.trouble = 'device.no-answer';
    }
  }

  async #checked(/** @type {number} */ index) {
    try {
      const { entry } = await checkReceipt(await this.client.receipt(index), this.currency.logKey);
      return { index, entry, why: '' };
    } catch (cause) {
      if (!(cause instanceof ReceiptInvalid)) {
        throw cause;
      }
      return { index, entry: null, why: cause.message };
    }
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h2>${t('audit.latest')}</h2>
      <p>${t('audit.how')}</p>
      <p role="alert">${this.trouble ? t(this.trouble) : nothing}</p>
      <div class="table" role="region" aria-label=${t('audit.latest')} tabindex="0">
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              ${['index', 'kind', 'amount', 'decision', 'check'].map(
                (name) => html`<th role="columnheader" scope="col">${t(`audit.${name}`)}</th>`,
              )}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${this.entries.map((each) => this.#row(each))}
          </tbody>
        </table>
      </div>
    `;
  }

  #row(/** @type {LatestEntries['entries'][0]} */ { index, entry, why }) {
    const t = this.words.t.bind(this.words);
    const amount = (entry?.postings ?? [])
      .filter(({ side }) => side === 'debit')
      .reduce((/** @type {number} */ sum, posting) => sum + posting.amount, 0);
    return html`<tr role="row">
      ${this.#cell('index', this.words.number(index))}
      ${this.#cell('kind', entry && this.words.known(`kind.${entry.kind}`, 'kind.unknown', entry.kind))}
      ${this.#cell(
        'amount',
        amount > 0 &&
          html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`,
      )}
      ${this.#cell('decision', entry && t(`audit.${entry.decision}`))}
      ${this.#cell('check', t(why || 'audit.holds'))}
    </tr>`;
  }

  #cell(/** @type {string} */ name, /** @type {unknown} */ content) {
    return content
      ? html`<td role="cell" data-label=${this.words.t(`audit.${name}`)}>${content}</td>`
      : html`<td role="cell" class="none"></td>`;
  }
}

customElements.define('om-latest-entries', LatestEntries);
