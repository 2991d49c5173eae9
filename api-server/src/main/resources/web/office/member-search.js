import { LitElement, css, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';
import './member-dossier.js';
import { outcomeOf } from './outcome.js';
import { postJson } from './post-json.js';

/** Finds a member by name, address or number, and opens the dossier. */
export class MemberSearch extends LitElement {
  static properties = {
    client: { attribute: false },
    members: { attribute: false },
    words: { attribute: false },
    mayChange: { type: Boolean },
    found: { state: true },
    opened: { state: true },
    outcome: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    formStyles,
    css`
      li button {
        text-align: start;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    this.mayChange = false;
    /** @type {any[]} */
    this.found = [];
    /** The account whose dossier is open; empty for none. */
    this.opened = '';
    this.outcome = '';
    this.isBusy = false;
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#search(event)}>
        <h2>${t('members.title')}</h2>
        <label>
          ${t('members.search')}
          <input name="text" autocomplete="off" maxlength="100" aria-describedby="how" />
        </label>
        <p id="how" class="muted">${t('members.search-how')}</p>
        <button ?disabled=${this.isBusy}>${t('members.find')}</button>
      </form>
      <p role="status">${this.outcome}</p>
      <ul>
        ${this.found.map(({ account, dossier }) => this.#line(account, dossier))}
      </ul>
      ${this.opened ? keyed(this.opened, this.#dossier()) : nothing}
    `;
  }

  /** One for each member: what is typed, read or erased of one never stands under another. */
  #dossier() {
    return html`<om-member-dossier
      .client=${this.client}
      .members=${this.members}
      .words=${this.words}
      .account=${this.opened}
      .mayChange=${this.mayChange}
    ></om-member-dossier>`;
  }

  #line(/** @type {string} */ account, /** @type {any} */ { name, street, city }) {
    const where = [street, city].filter(Boolean).join(', ');
    return html`<li>
      <button type="button" aria-pressed=${this.opened === account} @click=${() => (this.opened = account)}>
        <strong>${name || account}</strong> ${where ? html`<span class="muted">${where}</span>` : nothing}
      </button>
    </li>`;
  }

  async #search(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const text = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('text')).trim();
    this.isBusy = true;
    this.opened = '';
    const { said } = await outcomeOf(this.words, async () => {
      this.found = (await postJson(this.client, '/v1/dossiers/searches', { text })).dossiers;
      if (this.found.length === 0 && text && (await this.#isAccount(text.toLowerCase()))) {
        this.opened = text.toLowerCase();
        return '';
      }
      return this.words.t('members.found', { count: this.found.length });
    });
    this.outcome = said;
    this.isBusy = false;
  }

  /** Whoever joined before there were dossiers is found by the account. */
  async #isAccount(/** @type {string} */ text) {
    if (!/^[a-z0-9-]{1,40}$/.test(text)) {
      return false;
    }
    try {
      await this.client.ask(`/v1/accounts/${text}`);
      return true;
    } catch {
      return false; // then nobody was found
    }
  }
}

customElements.define('om-member-search', MemberSearch);
