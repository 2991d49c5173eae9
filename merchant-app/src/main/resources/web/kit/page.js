// What every page of the members' app begins with: its language, the circuit's facts, its header.

import { LitElement, html, nothing } from 'lit';
import { circuitFacts } from './circuit-facts.js';
import { loadWords } from './i18n.js';
import './page-header.js';
import { sharedStyles } from './shared-styles.js';

/**
 * A page. Stands in the document itself rather than in a shadow, so that landmarks and headings work as in any document.
 */
export class Page extends LitElement {
  static properties = {
    words: { state: true },
    currency: { state: true },
  };

  #title;
  #own;

  /**
   * @param {string} title key of its words
   * @param {...((language: string) => Promise<{texts: Record<string, string>}>)} own words that it alone has
   */
  constructor(title, ...own) {
    super();
    this.#title = title;
    this.#own = own;
    /** @type {import('./i18n.js').Words | null} */
    this.words = null;
    /** @type {import('./ledger-client.js').CurrencyFacts | null} */
    this.currency = null;
  }

  createRenderRoot() {
    document.adoptedStyleSheets.push(sharedStyles.styleSheet);
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.begin();
  }

  /** Gets words and circuit. */
  async begin() {
    await this.speak(document.documentElement.lang);
    this.currency = await circuitFacts();
  }

  render() {
    if (!this.words || !this.currency) {
      return nothing;
    }
    return html`
      <om-page-header
        .circuit=${this.currency.name}
        .words=${this.words}
        @language-chosen=${({ detail }) => this.speak(detail)}
      ></om-page-header>
      ${this.content()}
    `;
  }

  /** What stands below the header, once words and circuit are known. */
  content() {
    return /** @type {unknown} */ (nothing);
  }

  /** @param {string} language */
  async speak(language) {
    this.words = await loadWords(language, ...this.#own);
    document.documentElement.lang = language;
    document.title = this.words.t(this.#title);
  }
}
