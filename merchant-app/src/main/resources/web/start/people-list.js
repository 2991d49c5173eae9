import { LitElement, css, html, nothing } from 'lit';
import { DeviceKey } from '../kit/device-key.js';
import { keepEnrolment } from '../kit/enrolments.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem, fetchJson } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';

const AGAIN_MILLISECONDS = 5_000;

/** The demo's people: one click, and this browser is one of them, with a key of its own. */
export class PeopleList extends LitElement {
  static properties = {
    currency: { attribute: false },
    words: { attribute: false },
    people: { state: true },
    trouble: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      ul {
        display: grid;
        gap: var(--omloop-space-3);
        grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
        list-style: none;
        margin: 0;
        padding: 0;
      }

      button {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        cursor: pointer;
        display: grid;
        font: inherit;
        inline-size: 100%;
        min-block-size: 64px;
        padding: var(--omloop-space-3);
        text-align: start;
      }

      p a {
        align-content: center;
        display: inline-block;
        min-block-size: var(--omloop-target-size);
      }

      strong {
        font-weight: var(--omloop-font-weight-strong);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {{person: string, name: string, face: 'till' | 'wallet' | 'office'}[]} */
    this.people = [];
    this.trouble = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ask();
  }

  async #ask() {
    try {
      this.people = (await fetchJson('/demo/people')).people;
    } catch (cause) {
      if (cause instanceof Problem) {
        return; // no demo
      }
      if (!(cause instanceof NoAnswer)) {
        throw cause;
      }
    }
    if (this.people.length > 0) {
      await import('./demo-bank.js'); // nobody else has to wait for it
    } else if (this.isConnected) {
      setTimeout(() => this.#askOnceSeen(), AGAIN_MILLISECONDS); // the market is still being played
    }
  }

  #askOnceSeen() {
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => this.#ask(), { once: true });
    } else {
      this.#ask();
    }
  }

  render() {
    return this.people.length === 0
      ? nothing
      : html`<h2>${this.words.t('people.title')}</h2>
          <p>${this.words.t('people.explanation')}</p>
          <ul>
            ${this.people.map((each) => this.#person(each))}
          </ul>
          <p><a href="/apply">${this.words.t('people.apply')}</a></p>
          <p role="alert">${this.trouble ? this.words.t(this.trouble) : nothing}</p>
          <om-demo-bank .currency=${this.currency} .language=${this.words.language}></om-demo-bank>`;
  }

  #person(/** @type {PeopleList['people'][0]} */ person) {
    const role = this.words.t(`person.${person.person}`);
    const place = this.words.t(`people.${person.face}`);
    return html`<li>
      <button type="button" aria-label="${person.name}: ${role}, ${place}" @click=${() => this.#become(person)}>
        <strong>${person.name}</strong>
        <span>${role}</span>
        <span>${place}</span>
      </button>
    </li>`;
  }

  async #become(/** @type {PeopleList['people'][0]} */ { person, face }) {
    let key;
    try {
      key = await DeviceKey.create();
    } catch {
      this.trouble = 'people.old-browser';
      return;
    }
    try {
      const who = await fetchJson(`/demo/people/${person}/keys`, {
        method: 'POST',
        body: JSON.stringify({ key: await key.publicKey() }),
      });
      for (const each of who.faces) {
        await keepEnrolment(each, { ...who.enrolment, pair: key.pair });
      }
      location.assign(`/${face}`);
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.trouble = cause instanceof Problem && cause.status === 409 ? 'people.refused' : 'people.trouble';
    }
  }
}

customElements.define('om-people-list', PeopleList);
