import { LitElement, css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';

const ROWS = [
  ['1', '2', '3', 'erase'],
  ['4', '5', '6', 'clear'],
  ['7', '8', '9', 'add'],
  ['00', '0', 'scan'],
];
const PIN = ['1', '2', '3', 'erase', '4', '5', '6', 'clear', '7', '8', '9', '0', 'show'];
const SIGNS = { erase: '⌫', clear: 'C', add: '+', show: 'OK' };
const ONLY_FOR_SALE = ['add', 'scan'];
const HARDWARE = { Backspace: 'erase', Escape: 'clear', '+': 'add', Enter: 'show', F2: 'scan' };

/**
 * The till's keys, on the screen and on a keyboard beside it.
 *
 * @fires press - with the key's name as detail: digits, 'erase', 'clear', 'add', 'show' or 'scan'
 */
export class KeyPad extends LitElement {
  static properties = { words: { attribute: false }, forSale: { attribute: false }, isForPin: { attribute: false } };

  static styles = [
    sharedStyles,
    css`
      :host {
        align-content: start;
        display: grid;
        gap: var(--omloop-space-2);
        grid-template-columns: repeat(4, minmax(64px, 1fr));
      }

      button {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: var(--omloop-color-text);
        cursor: pointer;
        font: inherit;
        font-size: min(var(--omloop-font-size-4), 10vw);
        font-variant-numeric: tabular-nums;
        min-block-size: 64px;
        touch-action: manipulation;
      }

      button:active {
        background: var(--omloop-color-action);
        color: var(--omloop-color-on-action);
      }

      .scan {
        font-size: var(--omloop-font-size-2);
      }

      .wide {
        grid-column: span 2;
      }
    `,
  ];

  #type = (/** @type {KeyboardEvent} */ event) => {
    const key = /^\d$/.test(event.key) ? event.key : HARDWARE[event.key];
    const target = event.composedPath()[0];
    const isForControl =
      target instanceof HTMLInputElement ||
      target instanceof HTMLSelectElement ||
      (event.key === 'Enter' && target instanceof HTMLButtonElement);
    if (key && !event.ctrlKey && !event.altKey && !event.metaKey && !isForControl) {
      event.preventDefault();
      this.#press(key);
    }
  };

  constructor() {
    super();
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** Whether there are sums to be made and customers to be scanned, and so keys for it. */
    this.forSale = true;
    /** Whether digits are a code, and a key says that it is whole. */
    this.isForPin = false;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.#type);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#type);
  }

  render() {
    const keys = this.isForPin ? PIN : ROWS.flat().filter((key) => this.forSale || !ONLY_FOR_SALE.includes(key));
    return keys.map(
      (key) => html`<button
        type="button"
        class=${this.#isWide(key) ? `wide ${key === 'scan' ? key : ''}` : ''}
        aria-label=${SIGNS[key] ? this.words.t(`till.key-${key}`) : key === 'scan' ? nothing : key}
        @click=${() => this.#press(key)}
      >
        ${key === 'scan' ? this.words.t('till.key-scan') : (SIGNS[key] ?? key)}
      </button>`,
    );
  }

  /** The last row fills its line. */
  #isWide(/** @type {string} */ key) {
    return ['scan', 'show'].includes(key) || (key.startsWith('0') && (this.isForPin || !this.forSale));
  }

  #press(/** @type {string} */ key) {
    this.dispatchEvent(new CustomEvent('press', { detail: key }));
  }
}

customElements.define('om-key-pad', KeyPad);
