import { LitElement, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { stackedTable } from '../kit/stacked-table.js';
import { listStyles } from './list-styles.js';

/** The forms a statement can be kept in: media type, name of the file behind the month, word on the button. */
const FILES = [
  ['application/pdf', '.pdf', 'statement.pdf'],
  ['text/csv', '.csv', 'statement.csv'],
];
const BOOKKEEPING_FILES = [
  ['application/xml', '.camt053.xml', 'statement.camt'],
  ['text/plain', '.940', 'statement.mt940'],
];

/**
 * The account over a month, to read, print or take along.
 *
 * @fires done - somebody goes back
 */
export class StatementScreen extends LitElement {
  static properties = {
    month: {},
    client: { attribute: false },
    members: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    statement: { state: true },
    trouble: { state: true },
  };

  static styles = [...listStyles, stackedTable];

  constructor() {
    super();
    /** Such as '2026-11'. */
    this.month = '';
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {any} as the API answers */
    this.statement = null;
    this.trouble = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#attempt(async () => {
      this.statement = await this.client.statement(...this.#period());
    });
  }

  /** The month's days; of the present one those that have been. @returns {[string, string]} */
  #period() {
    const [year, month] = this.month.split('-').map(Number);
    const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    const today = new Date().toISOString().slice(0, 10);
    return [`${this.month}-01`, last < today ? last : today];
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('wallet.back')}</button>
      <h1>${t('statement.title', { month: this.words.month(this.month) })}</h1>
      <p role="alert">${this.trouble ? t(this.trouble) : nothing}</p>
      ${this.statement ? this.#statement(this.statement) : nothing}
    `;
  }

  #statement(/** @type {any} */ { account, treeSize, opening, lines, credits, debits, closing }) {
    const t = this.words.t.bind(this.words);
    return html`
      <p>${t('statement.of', { circuit: this.currency.name, account })}</p>
      <div class="table" role="region" aria-label=${t('statement.table')} tabindex="0">
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">${t('statement.when')}</th>
              <th role="columnheader" scope="col">${t('statement.what')}</th>
              <th role="columnheader" scope="col" class="number">${t('statement.amount')}</th>
              <th role="columnheader" scope="col" class="number">${t('statement.balance')}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${this.#sum('statement.opening', '', opening)} ${lines.map((line) => this.#line(line))}
            ${this.#sum('statement.credits', credits, '')} ${this.#sum('statement.debits', -debits, '')}
            ${this.#sum('statement.closing', '', closing)}
          </tbody>
        </table>
      </div>
      <p>${t('statement.size', { size: this.words.number(treeSize) })}</p>
      <div class="keep">
        <button type="button" @click=${() => print()}>${t('statement.print')}</button>
        ${FILES.map((file) => this.#file(file))}
        <h2>${t('statement.books')}</h2>
        ${BOOKKEEPING_FILES.map((file) => this.#file(file))}
      </div>
    `;
  }

  #file(/** @type {string[]} */ [type, ending, word]) {
    return html`<button type="button" @click=${() => this.#keep(type, ending)}>${this.words.t(word)}</button>`;
  }

  #line(/** @type {any} */ { bookedAt, kind, counterparty, side, amount, balance }) {
    const name = this.members.of(counterparty)?.name;
    return html`<tr role="row">
      <td role="cell" data-label=${this.words.t('statement.when')}>${this.words.moment(new Date(bookedAt))}</td>
      <td role="cell" data-label=${this.words.t('statement.what')}>
        ${name ?? this.words.known(`kind.${kind}`, 'kind.unknown', kind)}
      </td>
      ${this.#number('statement.amount', side === 'credit' ? amount : -amount)}
      ${this.#number('statement.balance', balance)}
    </tr>`;
  }

  #sum(/** @type {string} */ name, /** @type {number | ''} */ amount, /** @type {number | ''} */ balance) {
    return html`<tr role="row">
      <th role="rowheader" colspan="2" scope="row">${this.words.t(name)}</th>
      ${this.#number('statement.amount', amount)} ${this.#number('statement.balance', balance)}
    </tr>`;
  }

  #number(/** @type {string} */ column, /** @type {number | ''} */ amount) {
    return amount === ''
      ? html`<td role="cell" class="none"></td>`
      : html`<td role="cell" class="number" data-label=${this.words.t(column)}>${this.#amount(amount)}</td>`;
  }

  #amount(/** @type {number} */ amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }

  #keep(/** @type {string} */ type, /** @type {string} */ ending) {
    return this.#attempt(async () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await this.client.statementFile(...this.#period(), type));
      link.download = `omloop-${this.month}${ending}`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }

  async #attempt(/** @type {() => Promise<void>} */ work) {
    this.trouble = '';
    try {
      await work();
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.trouble = 'device.no-answer';
    }
  }
}

customElements.define('om-statement-screen', StatementScreen);
