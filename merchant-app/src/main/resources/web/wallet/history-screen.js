import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { changeOf, otherParty } from '../kit/entries.js';
import { plain } from '../kit/i18n.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { formatAmount } from '../kit/money.js';
import { History } from './history.js';
import { listStyles } from './list-styles.js';
import './own-data.js';

/**
 * Everything that happened, to be looked through by name, amount, month and kind.
 *
 * @fires shown - with the entry as detail whose receipt somebody wants to see
 * @fires statement - with a month as detail, '2026-11'
 * @fires done - somebody goes back
 */
export class HistoryScreen extends LitElement {
  static properties = {
    client: { attribute: false },
    members: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    sought: { state: true },
    month: { state: true },
    kind: { state: true },
    trouble: { state: true },
  };

  static styles = [
    ...listStyles,
    css`
      .row > .amount {
        display: block;
        white-space: nowrap;
      }
    `,
  ];

  /** @type {History | null} */
  #history = null;

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    this.sought = '';
    /** Such as '2026-11'; empty for all. */
    this.month = '';
    /** As the API names it; empty for all. */
    this.kind = '';
    this.trouble = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#open();
  }

  async #open() {
    this.#history ??= new History(this.client);
    this.#history.addEventListener('change', () => this.requestUpdate());
    try {
      await this.#history.open();
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.trouble = 'history.kept';
    }
  }

  render() {
    const t = this.words.t.bind(this.words);
    const { entries, isLoading } = /** @type {History} */ (this.#history);
    const found = entries.filter((entry) => this.#isSought(entry));
    return html`
      <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('wallet.back')}</button>
      <h1>${t('history.title')}</h1>
      <div class="filters" role="search">
        <label>
          ${t('history.sought')}
          <input type="search" .value=${this.sought} @input=${({ target }) => (this.sought = target.value)} />
        </label>
        ${this.#choice('month', this.#months(entries))} ${this.#choice('kind', this.#kinds(entries))}
      </div>
      ${this.month
        ? html`<button type="button" @click=${() => this.#statement()}>${t('history.statement')}</button>`
        : nothing}
      <p role="status">
        ${t(isLoading ? 'history.loading' : 'where.found', { count: this.words.number(found.length) })}
      </p>
      <p role="alert">${this.trouble ? t(this.trouble) : nothing}</p>
      <ul>
        ${found.map((entry) => this.#entry(entry))}
      </ul>
      <om-own-data .client=${this.client} .words=${this.words}></om-own-data>
    `;
  }

  #choice(/** @type {'month' | 'kind'} */ property, /** @type {{value: string, text: string}[]} */ options) {
    return html`<label>
      ${this.words.t(`history.${property}`)}
      <select @change=${({ target }) => (this[property] = target.value)}>
        <option value="">${this.words.t('where.all')}</option>
        ${options.map(
          ({ value, text }) => html`<option value=${value} ?selected=${this[property] === value}>${text}</option>`,
        )}
      </select>
    </label>`;
  }

  #months(/** @type {any[]} */ entries) {
    return [...new Set(entries.map(monthOf))].map((month) => ({ value: month, text: this.words.month(month) }));
  }

  #kinds(/** @type {any[]} */ entries) {
    return [...new Set(entries.map(({ kind }) => kind))].map((kind) => ({ value: kind, text: this.#kindText(kind) }));
  }

  #kindText(/** @type {string} */ kind) {
    return this.words.known(`kind.${kind}`, 'kind.unknown', kind);
  }

  #entry(/** @type {any} */ entry) {
    return html`<li>
      <button type="button" class="row" @click=${() => this.#show(entry)}>
        <span>
          <strong>${this.#name(entry)}</strong>
          <span class="muted">${this.words.moment(new Date(entry.bookedAt))}</span>
        </span>
        ${this.#amount(changeOf(entry, this.client.account))}
      </button>
    </li>`;
  }

  /** With a sign in both directions. */
  #amount(/** @type {number} */ amount) {
    return html`<span class="amount">
      ${amount > 0 ? html`<span aria-hidden="true">+</span>` : nothing}<om-amount-text
        .amount=${amount}
        .currency=${this.currency}
        .words=${this.words}
      ></om-amount-text>
    </span>`;
  }

  #name(/** @type {any} */ entry) {
    const other = otherParty(entry, this.client.account);
    const name = other && this.members.of(other)?.name;
    if (entry.order.type === 'refund' && entry.decision === 'posted' && other) {
      const way = changeOf(entry, this.client.account) > 0 ? 'kind.refund-in' : 'kind.refund-out';
      return this.words.t(way, { name: name ?? this.words.t('neighbour.account', { account: other.slice(-4) }) });
    }
    return name ?? this.#kindText(entry.kind);
  }

  #isSought(/** @type {any} */ entry) {
    if ((this.month && monthOf(entry) !== this.month) || (this.kind && entry.kind !== this.kind)) {
      return false;
    }
    const amount = formatAmount(Math.abs(changeOf(entry, this.client.account)), this.currency, this.words.locale);
    const text = plain(`${this.#name(entry)} ${this.#kindText(entry.kind)} ${amount} ${entry.index}`);
    return plain(this.sought)
      .split(/\s+/)
      .every((word) => text.includes(word));
  }

  #show(/** @type {any} */ entry) {
    this.dispatchEvent(new CustomEvent('shown', { detail: entry }));
  }

  #statement() {
    this.dispatchEvent(new CustomEvent('statement', { detail: this.month }));
  }
}

/** The month of an entry in UTC, as statements count. @param {{bookedAt: string}} entry */
function monthOf({ bookedAt }) {
  return bookedAt.slice(0, 7);
}

customElements.define('om-history-screen', HistoryScreen);
