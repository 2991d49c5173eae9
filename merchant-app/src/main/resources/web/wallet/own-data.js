import { LitElement, css, html, nothing } from 'lit';
import { loadWords } from '../kit/i18n.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';

/** What it can be kept as: media type, ending, word on the button. */
const FILES = [
  ['application/pdf', 'pdf', 'own-data.pdf'],
  ['application/json', 'json', 'own-data.json'],
];

/** All that the circuit keeps of somebody, for them to take along (GDPR article 15). */
export class OwnData extends LitElement {
  static properties = {
    client: { attribute: false },
    words: { attribute: false },
    said: { state: true },
    isBusy: { state: true },
    spoken: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--omloop-space-3);
      }

      h2,
      p {
        margin: 0;
      }

      h2 {
        font-size: var(--omloop-font-size-2);
      }

      button {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        cursor: pointer;
        font: inherit;
        min-block-size: 56px;
        padding-inline: var(--omloop-space-3);
      }
    `,
  ];

  /** The language whose words have been asked for. */
  #asked = '';

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** Key of the words about how it went. */
    this.said = '';
    this.isBusy = false;
    /** The page's words with those about own data, once they are here. @type {import('../kit/i18n.js').Words | null} */
    this.spoken = null;
  }

  willUpdate() {
    if (this.words && this.#asked !== this.words.language) {
      this.#speak(this.words.language);
    }
  }

  async #speak(/** @type {string} */ language) {
    this.#asked = language;
    this.spoken = await loadWords(language, (spoken) => import(`../kit/i18n/own-data-${spoken}.js`));
  }

  render() {
    if (!this.spoken) {
      return nothing;
    }
    const t = this.spoken.t.bind(this.spoken);
    return html`<h2>${t('own-data.title')}</h2>
      <p>${t('own-data.how')}</p>
      ${FILES.map(
        ([type, ending, word]) =>
          html`<button type="button" ?disabled=${this.isBusy} @click=${() => this.#keep(type, ending)}>${t(word)}</button>`,
      )}
      <p role="status">${this.said ? t(this.said) : nothing}</p>`;
  }

  async #keep(/** @type {string} */ type, /** @type {string} */ ending) {
    this.isBusy = true;
    this.said = '';
    try {
      const { account } = this.client;
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await this.client.file(`/v1/accounts/${account}/personal-data`, type));
      link.download = `omloop-${account}.${ending}`;
      link.click();
      URL.revokeObjectURL(link.href);
      this.said = 'own-data.kept';
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.said = 'device.no-answer';
    }
    this.isBusy = false;
  }
}

customElements.define('om-own-data', OwnData);
