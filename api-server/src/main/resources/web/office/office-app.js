import { html, nothing } from 'lit';
import { MemberPage } from '../kit/member-page.js';
import { supplyTexts } from '../kit/supply-words.js';
import { ROOMS, roomAt, roomTexts } from './rooms.js';

/** The office: one room at a time, of those that the key which looks may enter. */
export class OfficeApp extends MemberPage {
  static properties = { ...MemberPage.properties, rights: { state: true }, room: { state: true } };

  #followAddress = () => this.#enter(location);

  constructor() {
    super('office', supplyTexts, roomTexts);
    /** @type {string[]} of the key that looks; empty until the server has told */
    this.rights = [];
    /** @type {{name: string, draw: (office: import('./rooms.js').Office) => unknown} | null} */
    this.room = null;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('popstate', this.#followAddress);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#followAddress);
  }

  async opened() {
    const { client } = this.member;
    const { rights } = await client.signIn();
    this.rights = rights.includes('pay') && (await isProgramme(client)) ? [...rights, 'grant'] : rights;
    await this.#enter(location);
  }

  get #open() {
    return ROOMS.filter(({ rights }) => rights.some((right) => this.rights.includes(right)));
  }

  async #enter(/** @type {Location} */ address) {
    const room = roomAt(this.#open, address);
    if (room) {
      this.members.refresh(); // somebody may have been admitted since
      const { room: draw } = await room.load();
      this.room = { name: room.name, draw };
    }
  }

  content() {
    return html`<main class="office">
      <h1>${this.words.t('office.title')}</h1>
      ${this.member ? this.#inside() : this.nobody()}
    </main>`;
  }

  #inside() {
    if (!this.room) {
      return html`<p role="status">${this.words.t('wallet.reading')}</p>`;
    }
    const { client } = this.member;
    const { members, currency, words, rights } = this;
    return html`${this.#doors()} ${this.room.draw({ client, members, currency, words, rights })}`;
  }

  #doors() {
    if (this.#open.length < 2) {
      return nothing;
    }
    return html`<nav aria-label=${this.words.t('office.rooms')}>
      ${this.#open.map(
        ({ name }) =>
          html`<a
            href="/office?room=${name}"
            aria-current=${name === this.room?.name ? 'page' : nothing}
            @click=${this.#follow}
            >${this.words.t(`room.${name}`)}</a
          >`,
      )}
    </nav>`;
  }

  /** Another room is no other page; a new tab is. */
  #follow = (/** @type {MouseEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    history.pushState(null, '', /** @type {HTMLAnchorElement} */ (event.currentTarget).href);
    this.#enter(location);
  };
}

/** Whether a key is of an account that grants. @param {import('../kit/member-client.js').MemberClient} client */
async function isProgramme(client) {
  return ['treasury', 'fund'].includes((/** @type {any} */ (await client.facts())).type);
}

customElements.define('om-office-app', OfficeApp);
