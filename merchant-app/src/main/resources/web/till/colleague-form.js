import { LitElement, html, nothing } from 'lit';
import { CASHIER_REFUND } from '../kit/key-order.js';
import { readAmount } from '../kit/money.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';
import { isPin } from './pins.js';
import { MOST } from './sale.js';
import { screenStyles } from './screen-styles.js';

/** The field that each fault is about. */
const FIELDS = {
  'staff.name-missing': 'name',
  'amount.wrong': 'limit',
  'staff.limit-too-high': 'limit',
  'staff.pin-form': 'pin',
  'staff.pin-differs': 'again',
};

/**
 * What a till has to know of somebody who works at it: a name, a PIN, and of a colleague what they may give back.
 *
 * @fires filled - with {name, digits, refundLimit} as detail; the limit in minor units, null for somebody who gives
 *     nothing back
 * @fires left - somebody goes back
 */
export class ColleagueForm extends LitElement {
  static properties = {
    isOwn: { attribute: false },
    name: {},
    most: { attribute: false },
    isBusy: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    fault: { state: true },
    mayRefund: { state: true },
  };

  static styles = [sharedStyles, screenStyles, formStyles];

  constructor() {
    super();
    /** Whether somebody fills it in about themselves. */
    this.isOwn = false;
    this.name = '';
    /** The most that may be granted, in minor units. @type {number | undefined} */
    this.most = undefined;
    this.isBusy = false;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** Key of the words about what is wrong. */
    this.fault = '';
    this.mayRefund = true;
  }

  firstUpdated() {
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('h1')).focus();
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <div class="bar">
        <h1 tabindex="-1">${t(this.isOwn ? 'staff.own' : 'staff.add')}</h1>
        <button type="button" @click=${() => this.dispatchEvent(new Event('left'))}>${t('wallet.back')}</button>
      </div>
      <p>${t(this.isOwn ? 'staff.own-why' : 'staff.add-why')}</p>
      <p class="fault" id="fault" role="alert">${this.fault ? t(this.fault) : nothing}</p>
      <form novalidate @submit=${(/** @type {SubmitEvent} */ event) => this.#submit(event)}>
        ${this.#field('staff.name', 'name', { value: this.name })}
        ${this.isOwn ? nothing : this.#refund()}
        ${this.#field('staff.pin', 'pin', { type: 'password', inputmode: 'numeric', most: 6 })}
        ${this.#field('staff.pin-again', 'again', { type: 'password', inputmode: 'numeric', most: 6 })}
        <button class="strong" ?disabled=${this.isBusy}>${t(this.isOwn ? 'staff.keep' : 'staff.add-done')}</button>
      </form>
    `;
  }

  #refund() {
    const limit = Math.min(CASHIER_REFUND, this.most ?? CASHIER_REFUND) / 10 ** this.currency.scale;
    return html`<label class="switch">
        <input type="checkbox" .checked=${this.mayRefund} @change=${({ target }) => (this.mayRefund = target.checked)} />
        ${this.words.t('staff.may-refund')}
      </label>
      ${this.mayRefund ? this.#field('staff.refund-limit', 'limit', { inputmode: 'decimal', value: String(limit) }) : nothing}`;
  }

  /** No browser offers to keep what it takes for a code of one time. */
  #field(/** @type {string} */ label, /** @type {string} */ name, { type = 'text', inputmode = 'text', value = '', most = 20 }) {
    return html`<label>
      ${this.words.t(label, { symbol: this.currency.symbol })}
      <input
        name=${name}
        type=${type}
        inputmode=${inputmode}
        maxlength=${most}
        autocomplete=${type === 'password' ? 'one-time-code' : 'off'}
        aria-describedby="fault"
        aria-invalid=${FIELDS[this.fault] === name}
        value=${value}
      />
    </label>`;
  }

  #submit(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const text = (/** @type {string} */ field) => String(form.get(field) ?? '').trim();
    const refundLimit = this.isOwn || !this.mayRefund ? null : readAmount(text('limit'), this.currency);
    this.fault = this.#faultOf(text, refundLimit);
    if (this.fault) {
      /** @type {HTMLElement} */ (this.renderRoot.querySelector(`[name=${FIELDS[this.fault]}]`)).focus();
      return;
    }
    this.dispatchEvent(new CustomEvent('filled', { detail: { name: text('name'), digits: text('pin'), refundLimit } }));
  }

  #faultOf(/** @type {(field: string) => string} */ text, /** @type {number | null} */ refundLimit) {
    if (!text('name')) {
      return 'staff.name-missing';
    }
    if (!this.isOwn && this.mayRefund && (refundLimit === null || refundLimit > MOST)) {
      return 'amount.wrong';
    }
    if (refundLimit > (this.most ?? MOST)) {
      return 'staff.limit-too-high';
    }
    if (!isPin(text('pin'))) {
      return 'staff.pin-form';
    }
    return text('pin') === text('again') ? '' : 'staff.pin-differs';
  }
}

customElements.define('om-colleague-form', ColleagueForm);
