// What a page of till or wallet begins with: its language, the circuit's facts, and who this device is.

import { LitElement, html, nothing } from 'lit';
import { openEnrolment } from './enrolments.js';
import { loadWords } from './i18n.js';
import { LedgerClient, NoAnswer } from './ledger-client.js';
import { Members } from './members.js';
import './page-header.js';
import { sharedStyles } from './shared-styles.js';

const RETRY_MILLISECONDS = 2_000;

/**
 * A page for an enrolled device. Stands in the document itself rather than in a shadow, so that landmarks and headings
 * work as in any document.
 */
export class MemberPage extends LitElement {
  static properties = {
    words: { state: true },
    currency: { state: true },
    member: { state: true },
  };

  #face;

  /** @param {'till' | 'wallet'} face */
  constructor(face) {
    super();
    this.#face = face;
    /** @type {import('./i18n.js').Words | null} */
    this.words = null;
    /** @type {import('./ledger-client.js').CurrencyFacts | null} */
    this.currency = null;
    /** @type {{client: import('./member-client.js').MemberClient, name: string, person: string} | null | undefined} */
    this.member = undefined;
    /** @type {Members | null} known as soon as the currency is */
    this.members = null;
  }

  createRenderRoot() {
    document.adoptedStyleSheets.push(sharedStyles.styleSheet);
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#begin();
  }

  async #begin() {
    await this.speak(document.documentElement.lang);
    this.currency = await this.#currency();
    this.members = new Members(this.currency.origin, this.currency.serverKey);
    this.members.open().then(() => this.requestUpdate());
    this.member = await openEnrolment(this.#face, () => document.documentElement.lang);
    if (this.member) {
      await this.opened();
    }
  }

  render() {
    if (!this.words || this.member === undefined || !this.currency) {
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

  /** What stands below the header, once words, circuit and member are known. */
  content() {
    return /** @type {unknown} */ (nothing);
  }

  /** Called once it is known who this device is. */
  async opened() {}

  /** @param {string} language */
  async speak(language) {
    this.words = await loadWords(language);
    document.documentElement.lang = language;
    document.title = this.words.t(`${this.#face}.title`);
  }

  async #currency() {
    for (;;) {
      try {
        return await new LedgerClient().currency();
      } catch (cause) {
        if (!(cause instanceof NoAnswer)) {
          throw cause;
        }
        await new Promise((resume) => setTimeout(resume, RETRY_MILLISECONDS));
      }
    }
  }
}
