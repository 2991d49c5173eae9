import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { readAmount } from '../kit/money.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { MOST_PRESETS, keepComforts, setLetters } from './comforts.js';
import { MOST } from './sale.js';
import { screenStyles } from './screen-styles.js';
import { Sounds, localVoice, speak } from './sounds.js';

const SWITCHES = ['sounds', 'voice', 'large'];

/**
 * How this till sounds and looks, and the prices that stand on it.
 *
 * @fires changed - with the comforts as detail, which are on the disk
 * @fires closed - somebody goes back
 */
export class ComfortScreen extends LitElement {
  static properties = {
    account: {},
    comforts: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    fault: { state: true },
  };

  static styles = [
    sharedStyles,
    screenStyles,
    css`
      :host,
      ul,
      form {
        display: grid;
        gap: var(--omloop-space-3);
      }

      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }

      .switch,
      li {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-3);
        min-block-size: 56px;
      }

      .switch input {
        accent-color: var(--omloop-color-action);
        block-size: 28px;
        inline-size: 28px;
      }

      li {
        justify-content: space-between;
      }

      form {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr));
        align-items: end;
      }

      form label {
        display: grid;
        gap: var(--omloop-space-1);
      }

      form input {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        inline-size: 100%;
        min-block-size: 56px;
        padding-inline: var(--omloop-space-3);
      }

      form button {
        min-block-size: 56px;
      }
    `,
  ];

  #sounds = new Sounds();

  /** @type {import('./comforts.js').Comforts | undefined} what was chosen last, while it is being kept */
  #keeping = undefined;

  #voicesKnown = () => this.requestUpdate();

  constructor() {
    super();
    this.account = '';
    /** @type {import('./comforts.js').Comforts | undefined} */
    this.comforts = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** Key of the words about what was typed; empty if nothing is wrong. */
    this.fault = '';
  }

  connectedCallback() {
    super.connectedCallback();
    globalThis.speechSynthesis?.addEventListener('voiceschanged', this.#voicesKnown);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    globalThis.speechSynthesis?.removeEventListener('voiceschanged', this.#voicesKnown);
  }

  render() {
    const t = this.words.t.bind(this.words);
    const { presets } = this.comforts;
    const isMute = this.comforts.voice && !localVoice(this.words.language);
    return html`
      <button type="button" @click=${() => this.dispatchEvent(new Event('closed'))}>${t('wallet.back')}</button>
      <h1>${t('comfort.title')}</h1>
      ${SWITCHES.map((name) => this.#switch(name))}
      <p role="status">${isMute ? t('comfort.no-voice') : nothing}</p>
      <h2>${t('comfort.presets')}</h2>
      <p>${t('comfort.presets-meaning', { count: this.words.number(MOST_PRESETS) })}</p>
      <ul>
        ${presets.map((each) => this.#preset(each))}
      </ul>
      ${presets.length < MOST_PRESETS ? this.#form() : nothing}
      <p role="alert">${this.fault ? t(this.fault) : nothing}</p>
    `;
  }

  #switch(/** @type {string} */ name) {
    return html`<label class="switch">
      <input type="checkbox" name=${name} .checked=${this.comforts[name]} @change=${({ target }) => this.#set(name, target.checked)} />
      ${this.words.t(`comfort.${name}`)}
    </label>`;
  }

  #preset(/** @type {{text: string, amount: number}} */ preset) {
    return html`<li>
      <span>
        ${preset.text}
        <om-amount-text .amount=${preset.amount} .currency=${this.currency} .words=${this.words}></om-amount-text>
      </span>
      <button type="button" @click=${() => this.#remove(preset)}>
        ${this.words.t('comfort.remove', { name: preset.text })}
      </button>
    </li>`;
  }

  #form() {
    const t = this.words.t.bind(this.words);
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#add(event)}>
      <label>
        ${t('comfort.text')}
        <input name="text" maxlength="12" autocomplete="off" required />
      </label>
      <label>
        ${t('comfort.price', { symbol: this.currency.symbol })}
        <input name="price" inputmode="decimal" autocomplete="off" required />
      </label>
      <button class="strong">${t('comfort.add')}</button>
    </form>`;
  }

  /** Lets hear at once what was chosen. */
  #set(/** @type {string} */ name, /** @type {boolean} */ isOn) {
    if (name === 'sounds' && isOn) {
      this.#sounds.unlock();
      this.#sounds.play('paid');
    } else if (name === 'voice' && isOn) {
      speak(this.words.t('till.paid'), this.words.language);
    }
    this.#change({ [name]: isOn });
  }

  #add(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const element = /** @type {HTMLFormElement} */ (event.target);
    const form = new FormData(element);
    const text = String(form.get('text')).trim();
    const amount = readAmount(String(form.get('price')), this.currency);
    if (!text || !amount || amount > MOST) {
      this.fault = text ? 'amount.wrong' : 'comfort.text-missing';
      return;
    }
    this.fault = '';
    element.reset();
    this.#change({ presets: [...this.#chosen().presets, { text, amount }] });
  }

  #remove(/** @type {{text: string, amount: number}} */ preset) {
    this.#change({ presets: this.#chosen().presets.filter((each) => each !== preset) });
  }

  async #change(/** @type {Partial<import('./comforts.js').Comforts>} */ part) {
    const next = { ...this.#chosen(), ...part };
    this.#keeping = next;
    await keepComforts(this.account, next);
    if (this.#keeping === next) {
      this.#keeping = undefined;
    }
    this.comforts = next; // what is seen to change has been kept
    setLetters(next.large);
    this.dispatchEvent(new CustomEvent('changed', { detail: next }));
  }

  #chosen() {
    return this.#keeping ?? this.comforts;
  }
}

customElements.define('om-comfort-screen', ComfortScreen);
