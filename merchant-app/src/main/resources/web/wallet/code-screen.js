import { LitElement, html, nothing } from 'lit';
import { enlarge } from '../kit/enlarge.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import '../kit/qr-code.js';
import { codeStyles } from './code-styles.js';
import { listStyles } from './list-styles.js';
import { ownCode } from './own-code.js';

/**
 * The holder's own code, for whoever wants to pay.
 *
 * @fires done - somebody goes back
 */
export class CodeScreen extends LitElement {
  static properties = {
    holder: {},
    client: { attribute: false },
    words: { attribute: false },
    own: { state: true },
    fault: { state: true },
  };

  static styles = [...listStyles, ...codeStyles];

  constructor() {
    super();
    this.holder = '';
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {{id: string, code: any} | null} */
    this.own = null;
    /** Key of the words about why there is none; empty if nothing is wrong. */
    this.fault = '';
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.own = await ownCode(this.client);
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.fault = cause instanceof NoAnswer ? 'device.no-answer' : 'device.no-right';
    }
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('wallet.back')}</button>
      <h1>${t('own-code.title')}</h1>
      <p>${t('own-code.explanation')}</p>
      <p role="alert">${this.fault ? t(this.fault) : nothing}</p>
      ${this.own ? this.#code(this.own) : nothing}
    `;
  }

  #code(/** @type {{id: string, code: any}} */ { id, code }) {
    const letters = `${id.slice(0, 5)} ${id.slice(5)}`;
    return html`<button type="button" class="code" @click=${enlarge}>
        <om-qr-code .code=${code} .label=${this.words.t('own-code.label', { name: this.holder })}></om-qr-code>
      </button>
      <p class="letters">${letters}</p>`;
  }
}

customElements.define('om-code-screen', CodeScreen);
