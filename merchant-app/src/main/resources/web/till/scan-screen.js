import { LitElement, css, html, nothing } from 'lit';
import '../kit/code-scanner.js';
import { Jws } from '../kit/jws.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { formatAmount } from '../kit/money.js';
import { readCode, readSymbols } from '../kit/payment-codes.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { isStickerId } from '../kit/sticker-id.js';
import { offer } from './offering.js';
import { screenStyles } from './screen-styles.js';

/** Words about what is no customer's code. @type {Record<string, string>} */
const HINTS = { foreign: 'scan.foreign', request: 'till-scan.own-kind', offline: 'till-scan.own-kind' };

/** What a customer types who reads their own code aloud. */
const TYPED = /^[0-9A-Z]{10}$/;

/**
 * Takes a customer's code: by camera, by a scanner that types, or typed. By their own code the customer is asked on their
 * phone to pay the sale on the stage. A payment that a phone without a connection has signed is sent for it. The sale turns
 * green by itself.
 *
 * @fires closed - somebody goes back to the sale
 */
export class ScanScreen extends LitElement {
  static properties = {
    client: { attribute: false },
    sale: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    hint: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    screenStyles,
    css`
      om-code-scanner {
        inline-size: min(100%, 26rem);
      }

      h1 {
        margin-block-start: var(--omloop-space-3);
      }

      form,
      label {
        display: grid;
        gap: var(--omloop-space-2);
        grid-template-columns: minmax(0, 1fr);
        max-inline-size: 26rem;
      }

      .told {
        font-weight: var(--omloop-font-weight-strong);
      }

      input {
        background: var(--omloop-color-ground);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        min-block-size: var(--omloop-target-size);
        min-inline-size: 0;
        padding-inline: var(--omloop-space-3);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** On the stage. @type {import('./sale.js').Sale | undefined} */
    this.sale = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** Says what there is to say about the last code. @type {((words: import('../kit/i18n.js').Words) => string) | null} */
    this.hint = null;
    this.isBusy = false;
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <button type="button" @click=${() => this.#close()}>${t('day.back')}</button>
      <h1>${t('till-scan.title')}</h1>
      <p>${t('till-scan.what')}</p>
      <om-code-scanner .words=${this.words} @code=${({ detail }) => this.take(detail)}></om-code-scanner>
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#typed(event)}>
        <label>
          ${t('till-scan.type')}
          <input name="code" autocomplete="off" autocapitalize="characters" required />
        </label>
        <button ?disabled=${this.isBusy}>${t('join.go-on')}</button>
      </form>
      <p role="alert" class="told">${this.isBusy ? t('wallet.reading') : (this.hint?.(this.words) ?? nothing)}</p>
    `;
  }

  #typed(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const typed = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('code')).trim();
    const symbols = readSymbols(typed);
    if (!TYPED.test(symbols)) {
      this.take(typed);
    } else if (isStickerId(symbols)) {
      this.take(`${location.origin}/P/${symbols}`);
    } else {
      this.#say('till-scan.mistyped');
    }
  }

  /** Does what a code asks for. @param {string} text */
  async take(text) {
    if (this.isBusy) {
      return;
    }
    const code = readCode(text, location.host);
    if (code.form === 'order') {
      await this.#attempt('till-reason', () => this.#send(code.signed));
    } else if (code.form === 'sticker') {
      await this.#attempt('till-offer', () => this.#offer(code.id));
    } else {
      this.#say(HINTS[code.form] ?? 'till-scan.no-customer');
    }
  }

  async #send(/** @type {string} */ signed) {
    const payload = Jws.read('omloop-order+jws', signed)?.payload;
    if (payload?.type !== 'pay' || payload.to !== this.client.account) {
      this.#say('till-scan.not-ours');
      return;
    }
    await this.client.sendPayment(signed);
    if (payload.request && payload.request === this.sale.request?.terms) {
      this.#close();
    } else {
      this.hint = (words) =>
        words.t('till-scan.other-sale', { amount: formatAmount(payload.amount, this.currency, words.locale) });
    }
  }

  async #offer(/** @type {string} */ sticker) {
    const why = await offer(this.sale, sticker);
    if (why) {
      this.#say(why);
    } else {
      this.#close();
    }
  }

  async #attempt(/** @type {string} */ reasons, /** @type {() => Promise<void>} */ work) {
    this.isBusy = true;
    this.hint = null;
    try {
      await work();
    } catch (cause) {
      if (cause instanceof NoAnswer) {
        this.#say(reasons === 'till-offer' ? 'till-offer.no-answer' : 'till-scan.no-answer');
      } else if (cause instanceof Problem) {
        this.hint = (words) => words.known(`${reasons}.${cause.name}`, `${reasons}.unknown`, cause.name);
      } else {
        throw cause;
      }
    } finally {
      this.isBusy = false;
    }
  }

  #say(/** @type {string} */ key) {
    this.hint = (words) => words.t(key);
  }

  /** Where somebody has gone elsewhere meanwhile, they stay there. */
  #close() {
    if (this.isConnected) {
      this.dispatchEvent(new Event('closed'));
    }
  }
}

customElements.define('om-scan-screen', ScanScreen);
