import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import '../kit/code-scanner.js';
import { loadWords } from '../kit/i18n.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { formatAmount } from '../kit/money.js';
import { readCode, readSymbols } from '../kit/payment-codes.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { isStickerId } from '../kit/sticker-id.js';
import { HandOut } from './hand-out.js';
import { outcomeWords } from './hand-out-words.js';
import { screenStyles } from './screen-styles.js';

/**
 * Hands a programme's money out at an event: scan a resident's code, on their phone or on paper, and it is given. What
 * there is to know stands in one word and one colour, to be read in the sun.
 *
 * @fires closed - somebody goes back to the sale
 */
export class HandOutScreen extends LitElement {
  static properties = {
    client: { attribute: false },
    outbox: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    programmes: { state: true },
    spoken: { state: true },
    trouble: { state: true },
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

      .amount {
        font-size: var(--omloop-font-size-5);
        font-weight: var(--omloop-font-weight-strong);
      }

      .outcome {
        border-radius: var(--omloop-radius);
        font-size: var(--omloop-font-size-3);
        font-weight: var(--omloop-font-weight-strong);
        max-inline-size: 26rem;
        min-block-size: 4em;
        padding: var(--omloop-space-3);
      }

      .given {
        background: var(--omloop-color-paid);
        color: var(--omloop-color-on-state);
      }

      .refused,
      .unproven {
        background: var(--omloop-color-refused);
        color: var(--omloop-color-on-state);
      }

      .unknown {
        border: 4px solid var(--omloop-color-control-border);
      }

      form,
      label {
        display: grid;
        gap: var(--omloop-space-2);
        grid-template-columns: minmax(0, 1fr);
        max-inline-size: 26rem;
      }

      input,
      .choice {
        min-block-size: 64px;
      }

      .choice {
        display: block;
        inline-size: 100%;
        margin-block-end: var(--omloop-space-3);
      }

      input {
        background: var(--omloop-color-ground);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        min-inline-size: 0;
        padding-inline: var(--omloop-space-3);
      }
    `,
  ];

  /** @type {HandOut | null} */
  #handOut = null;

  /** The language whose words have been asked for. */
  #asked = '';

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/outbox.js').Outbox | undefined} */
    this.outbox = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {import('./hand-out.js').Programme[] | null} null until they are read */
    this.programmes = null;
    /** Key of the words about why they could not be. */
    this.trouble = '';
    /** The page's words with those about handing out, once they are here. @type {import('../kit/i18n.js').Words | null} */
    this.spoken = null;
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.programmes = (await this.client.handOuts()).handOuts;
      if (this.programmes.length === 1) {
        this.#choose(this.programmes[0]);
      }
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.trouble = 'till-scan.no-answer';
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#handOut?.leave();
  }

  willUpdate() {
    if (this.words && this.#asked !== this.words.language) {
      this.#speak(this.words.language);
    }
  }

  async #speak(/** @type {string} */ language) {
    this.#asked = language;
    this.spoken = await loadWords(language, (spoken) => import(`../kit/i18n/hand-out-${spoken}.js`));
  }

  /** Whether an order has its answer here. @param {import('../kit/outbox.js').Waiting} waiting */
  shows(waiting) {
    return this.#handOut?.shows(waiting) ?? false;
  }

  render() {
    if (!this.spoken) {
      return nothing;
    }
    const t = this.spoken.t.bind(this.spoken);
    return html`
      <button type="button" @click=${() => this.dispatchEvent(new Event('closed'))}>${t('day.back')}</button>
      <h1>${this.#handOut?.programme.programme ?? t('till-hand-out.title')}</h1>
      <p role="alert">${this.trouble ? t(this.trouble) : nothing}</p>
      ${this.#handOut ? this.#giving(this.#handOut) : this.#choosing()}
    `;
  }

  #choosing() {
    const t = this.spoken.t.bind(this.spoken);
    return this.programmes?.length === 0
      ? html`<p>${t('till-hand-out.none')}</p>`
      : (this.programmes ?? []).map(
          (each) => html`<button type="button" class="choice" @click=${() => this.#choose(each)}>
            ${each.programme}: ${this.#amount(each.amount)}
          </button>`,
        );
  }

  #choose(/** @type {import('./hand-out.js').Programme} */ programme) {
    this.#handOut = new HandOut(this.client, this.outbox, programme);
    this.#handOut.addEventListener('change', () => this.requestUpdate());
    this.requestUpdate();
  }

  #giving(/** @type {HandOut} */ { programme, state, why, given, late, unanswered, mayScan }) {
    const t = this.spoken.t.bind(this.spoken);
    return html`
      <p class="amount">${this.#amount(programme.amount)}</p>
      <p>${t('till-hand-out.how')}</p>
      <p class="outcome ${state}" role="alert">${outcomeWords(state, why, this.spoken)}</p>
      <p>${t('till-hand-out.given-here', { count: this.words.number(given) })}</p>
      ${unanswered.map(({ amount }) => html`<p>${t('outbox-grant.waiting', { amount: this.#money(amount) })}</p>`)}
      <div role="alert">${late.map((each) => html`<p>${this.#late(each)}</p>`)}</div>
      <om-code-scanner .words=${this.words} @code=${(/** @type {CustomEvent<string>} */ { detail }) => this.#see(detail)}></om-code-scanner>
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#typed(event)}>
        <label>
          ${t('till-scan.type')}
          <input name="code" autocomplete="off" autocapitalize="characters" required />
        </label>
        <button ?disabled=${!mayScan}>${t('till-hand-out.give')}</button>
      </form>
    `;
  }

  /** What was signed before, and is known not to be given now that whoever it was for may be gone. */
  #late(/** @type {import('./hand-out.js').Late} */ { amount, end, why }) {
    const reason = outcomeWords('refused', why, this.spoken);
    return this.words.t(`outbox-grant.${end === 'unproven' ? end : 'refused'}`, { amount: this.#money(amount), reason });
  }

  #money(/** @type {number} */ amount) {
    return formatAmount(amount, this.currency, this.words.locale);
  }

  #typed(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const typed = String(new FormData(form).get('code')).trim();
    const symbols = readSymbols(typed);
    this.take(isStickerId(symbols) ? `${location.origin}/P/${symbols}` : typed);
    form.reset();
  }

  /** A hand that shakes shows the camera the same code again: green does not turn red by that. */
  #see(/** @type {string} */ text) {
    const code = readCode(text, location.host);
    if (code.form !== 'sticker' || !this.#handOut.isGivenTo(code.id)) {
      this.take(text);
    }
  }

  /** Gives to whoever shows this code. @param {string} text */
  take(text) {
    const code = readCode(text, location.host);
    if (code.form === 'sticker') {
      this.#handOut.give(code.id).catch(reportError);
    } else {
      this.#handOut.complain(code.form === 'foreign' ? 'scan.foreign' : 'hand-out-why.no-code');
    }
  }

  #amount(/** @type {number} */ amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }
}

customElements.define('om-hand-out-screen', HandOutScreen);
