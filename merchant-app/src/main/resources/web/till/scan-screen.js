import { LitElement, css, html, nothing } from 'lit';
import '../kit/code-scanner.js';
import { Jws } from '../kit/jws.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { formatAmount } from '../kit/money.js';
import { readCode } from '../kit/payment-codes.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { screenStyles } from './screen-styles.js';

/** Words about what is no customer's code. @type {Record<string, string>} */
const HINTS = { foreign: 'scan.foreign', request: 'till-scan.own-kind', offline: 'till-scan.own-kind' };

/**
 * Takes a customer's code: by camera, by a scanner that types, or typed. A payment that a phone without a connection has
 * signed is sent for it; the sale on the stage turns green by itself, and of another it is said.
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
    this.take(String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('code')).trim());
  }

  /** Does what a code asks for. @param {string} text */
  async take(text) {
    if (this.isBusy) {
      return;
    }
    const code = readCode(text, location.host);
    if (code.form === 'order') {
      await this.#attempt(() => this.#send(code.signed));
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
    if (payload.request === this.sale.request?.terms) {
      this.#close();
    } else {
      this.hint = (words) =>
        words.t('till-scan.other-sale', { amount: formatAmount(payload.amount, this.currency, words.locale) });
    }
  }

  async #attempt(/** @type {() => Promise<void>} */ work) {
    this.isBusy = true;
    this.hint = null;
    try {
      await work();
    } catch (cause) {
      if (cause instanceof NoAnswer) {
        this.#say('till-scan.no-answer');
      } else if (cause instanceof Problem) {
        this.hint = (words) => words.known(`till-reason.${cause.name}`, 'till-reason.unknown', cause.name);
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

  #close() {
    this.dispatchEvent(new Event('closed'));
  }
}

customElements.define('om-scan-screen', ScanScreen);
