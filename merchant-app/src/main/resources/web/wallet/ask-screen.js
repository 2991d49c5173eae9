import { LitElement, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { enlarge } from '../kit/enlarge.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { readAmount } from '../kit/money.js';
import '../kit/qr-code.js';
import { AskedRequests, MOST_ASKED } from './asked.js';
import { codeStyles } from './code-styles.js';
import { listStyles } from './list-styles.js';

const LOOK_MILLISECONDS = 3_000;

/** Words for an answer's status. @type {Record<number, string>} */
const FAULTS = { 403: 'device.no-right', 409: 'ask.under-way' };

/**
 * Asking for money: how much and what for, the code and the link, and what became of those before.
 *
 * @fires done - somebody goes back
 */
export class AskScreen extends LitElement {
  static properties = {
    holder: {},
    client: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    all: { state: true },
    shown: { state: true },
    fault: { state: true },
    isBusy: { state: true },
  };

  static styles = [...listStyles, ...codeStyles];

  /** @type {AskedRequests | null} */
  #asked = null;
  #look = 0;

  constructor() {
    super();
    /** How the one who asks is called. */
    this.holder = '';
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/money.js').Currency & {logKey: string} | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {import('./asked.js').Asked[]} */
    this.all = [];
    /** The id of the one whose code is seen; empty for the form and the list. */
    this.shown = '';
    /** Key of the words about what went wrong, or was done; empty if there is nothing to say. */
    this.fault = '';
    this.isBusy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#asked = new AskedRequests(this.client, this.currency.logKey);
    this.#look = setInterval(() => this.refresh(), LOOK_MILLISECONDS);
    this.refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#look);
  }

  /** Looks how they stand. */
  async refresh() {
    this.all = await this.#asked.kept();
    await Promise.all(this.all.map((each) => this.#asked.look(each)));
    this.all = await this.#asked.kept();
  }

  render() {
    const one = this.all.find(({ id }) => id === this.shown);
    return one ? this.#one(one) : this.#overview();
  }

  #overview() {
    const t = this.words.t.bind(this.words);
    return html`
      <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('wallet.back')}</button>
      <h1>${t('ask.title')}</h1>
      <form class="filters" @submit=${(/** @type {SubmitEvent} */ event) => this.#ask(event)}>
        <label>
          ${t('ask.amount', { symbol: this.currency.symbol })}
          <input name="amount" inputmode="decimal" autocomplete="off" required aria-describedby="fault" />
        </label>
        <label>
          ${t('ask.text')}
          <input name="text" maxlength="35" autocomplete="off" />
        </label>
        <button class="strong" ?disabled=${this.isBusy}>${t('ask.ask')}</button>
      </form>
      ${this.#told()}
      ${this.all.length > 0 ? html`<h2>${t('ask.before')}</h2>` : nothing}
      <ul>
        ${this.all.map((each) => this.#line(each))}
      </ul>
    `;
  }

  #told() {
    return html`<p id="fault" role="alert">${this.fault ? this.words.t(this.fault) : nothing}</p>`;
  }

  #line(/** @type {import('./asked.js').Asked} */ asked) {
    return html`<li>
      <button type="button" class="row" @click=${() => this.#show(asked.id)}>
        <span>
          <span>${asked.text || this.words.t('ask.no-text')}</span>
          <span class="muted">${this.words.moment(asked.at)}, ${this.words.t(`ask-state.${asked.state}`)}</span>
        </span>
        ${this.#amount(asked.amount)}
      </button>
    </li>`;
  }

  #one(/** @type {import('./asked.js').Asked} */ asked) {
    const t = this.words.t.bind(this.words);
    const isOpen = ['sending', 'open', 'claimed'].includes(asked.state);
    return html`
      <button type="button" @click=${() => this.#show('')}>${t('wallet.back')}</button>
      <h1>${asked.text || t('ask.no-text')}: ${this.#amount(asked.amount)}</h1>
      <p role="status"><strong>${t(`ask-state.${asked.state}`)}</strong></p>
      ${isOpen && asked.code ? this.#code(asked) : nothing} ${this.#told()}
      ${isOpen
        ? html`<button type="button" ?disabled=${this.isBusy} @click=${() => this.#withdraw(asked)}>
            ${t('ask.withdraw')}
          </button>`
        : html`<button type="button" @click=${() => this.#forget(asked)}>${t('ask.forget')}</button>`}
    `;
  }

  #code(/** @type {import('./asked.js').Asked} */ asked) {
    const t = this.words.t.bind(this.words);
    return html`<p>${t('ask.explanation', { moment: this.words.moment(asked.until) })}</p>
      <button type="button" class="code" @click=${enlarge}>
        <om-qr-code .code=${asked.code} .label=${t('ask.label')}></om-qr-code>
      </button>
      <button type="button" class="strong" @click=${() => this.#share(asked)}>${t('ask.share')}</button>
      <p class="link">${linkTo(asked)}</p>`;
  }

  #amount(/** @type {number} */ amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }

  #show(/** @type {string} */ id) {
    this.shown = id;
    this.fault = '';
    scrollTo(0, 0);
    this.closest('main')?.focus(); // where reading goes on
  }

  async #ask(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const amount = readAmount(String(form.get('amount')), this.currency);
    const text = String(form.get('text')).replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
    if (!amount || amount > MOST_ASKED) {
      this.fault = amount ? 'ask.too-much' : 'amount.wrong';
      return;
    }
    await this.#attempt(async () => {
      const { id } = await this.#asked.ask({ amount, text, name: this.holder });
      this.all = await this.#asked.kept();
      this.#show(id);
    });
  }

  async #share(/** @type {import('./asked.js').Asked} */ asked) {
    const url = linkTo(asked);
    try {
      if (navigator.share) {
        await navigator.share({ url });
      } else {
        await navigator.clipboard.writeText(url); // absent over plain http from another machine
        this.fault = 'ask.copied';
      }
    } catch (cause) {
      const isSecondThought = cause instanceof DOMException && cause.name === 'AbortError';
      this.fault = isSecondThought ? '' : 'ask.copy-yourself';
    }
  }

  #withdraw(/** @type {import('./asked.js').Asked} */ asked) {
    return this.#attempt(async () => {
      const isTakenBack = await this.#asked.withdraw(asked);
      await this.refresh();
      if (isTakenBack) {
        this.#show('');
      }
      this.fault = isTakenBack ? 'ask.withdrawn' : 'payer-reason.paid';
    });
  }

  async #forget(/** @type {import('./asked.js').Asked} */ asked) {
    await this.#asked.forget(asked);
    this.#show('');
    await this.refresh();
  }

  async #attempt(/** @type {() => Promise<void>} */ work) {
    this.isBusy = true;
    this.fault = '';
    try {
      await work();
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.fault = cause instanceof NoAnswer ? 'device.no-answer' : (FAULTS[cause.status] ?? 'ask.failed');
    } finally {
      this.isBusy = false;
    }
  }
}

/** @param {import('./asked.js').Asked} asked */
function linkTo({ id }) {
  return `${location.origin}/B/${id}`;
}

customElements.define('om-ask-screen', AskScreen);
