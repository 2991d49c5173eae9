import { LitElement, css, html, nothing } from 'lit';
import { enlarge } from '../kit/enlarge.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import '../kit/qr-code.js';
import { codeStyles } from './code-styles.js';
import { listStyles } from './list-styles.js';

/**
 * How euros from a bank become money in this wallet: a code for bank apps, and the same in words to copy, as many apps read no
 * such code.
 *
 * @fires done - somebody goes back
 */
export class TopUpScreen extends LitElement {
  static properties = {
    client: { attribute: false },
    words: { attribute: false },
    where: { state: true },
    copied: { state: true },
    fault: { state: true },
  };

  static styles = [
    ...listStyles,
    ...codeStyles,
    css`
      dl {
        display: grid;
        gap: var(--omloop-space-3);
        margin: 0;
      }

      dd {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-2);
        justify-content: space-between;
        margin: 0;
        overflow-wrap: anywhere;
      }

      .fours {
        font-family: var(--omloop-font-family-code);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {any} as the API answers */
    this.where = null;
    /** What has been copied last. */
    this.copied = '';
    /** What is wrong, in words. */
    this.fault = '';
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.where = await this.client.ask(`/v1/accounts/${this.client.account}/top-up-reference`);
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.fault = cause instanceof NoAnswer ? this.words.t('device.no-answer') : `${cause.message}. ${cause.detail ?? ''}`;
    }
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('wallet.back')}</button>
      <h1>${t('top-up.title')}</h1>
      <p role="alert">${this.fault || nothing}</p>
      ${this.where ? this.#where(this.where) : nothing}
      <p role="status">${this.copied ? t('top-up.copied', { what: this.copied }) : nothing}</p>
    `;
  }

  #where(/** @type {any} */ { name, iban, ibanInFours, reference, referenceInFours, code }) {
    const t = this.words.t.bind(this.words);
    return html`
      <p>${t('top-up.how')}</p>
      <dl>
        ${this.#fact(t('top-up.name'), name, name)} ${this.#fact(t('top-up.iban'), ibanInFours, iban)}
        ${this.#fact(t('top-up.reference'), referenceInFours, reference)}
      </dl>
      <p>${t('top-up.reference-why')}</p>
      <h2>${t('top-up.code')}</h2>
      <p>${t('top-up.code-how')}</p>
      <button type="button" class="code" @click=${enlarge}>
        <om-qr-code .code=${code} .label=${t('top-up.code')}></om-qr-code>
      </button>
      <h2>${t('top-up.then')}</h2>
      <p>${t('top-up.when')}</p>
    `;
  }

  #fact(/** @type {string} */ label, /** @type {string} */ shown, /** @type {string} */ value) {
    return html`<div>
      <dt>${label}</dt>
      <dd>
        <span class="fours">${shown}</span>
        <button type="button" @click=${(/** @type {MouseEvent} */ event) => this.#copy(label, value, event)}>
          ${this.words.t('top-up.copy')}<span class="visually-hidden">: ${label}</span>
        </button>
      </dd>
    </div>`;
  }

  async #copy(/** @type {string} */ label, /** @type {string} */ value, /** @type {MouseEvent} */ event) {
    const shown = /** @type {HTMLElement} */ (event.currentTarget).parentElement.querySelector('.fours');
    try {
      await navigator.clipboard.writeText(value);
      this.copied = label;
    } catch {
      getSelection()?.selectAllChildren(shown); // no clipboard over plain http: marked, ready for the keys
    }
  }
}

customElements.define('om-top-up-screen', TopUpScreen);
