import { html } from 'lit';
import { MemberPage } from '../kit/member-page.js';
import './invitation-form.js';
import './latest-entries.js';

/** The office: inviting members, and for auditors the journal's latest entries. */
export class OfficeApp extends MemberPage {
  static properties = { ...MemberPage.properties, rights: { state: true } };

  constructor() {
    super('office');
    /** @type {string[]} of the key that looks; empty until the server has told */
    this.rights = [];
  }

  async opened() {
    this.rights = (await this.member.client.signIn()).rights;
  }

  content() {
    return html`<main class="office">
      <h1>${this.words.t('office.title')}</h1>
      ${this.member ? this.#rooms() : html`<p>${this.words.t('office.nobody')}</p>`}
    </main>`;
  }

  #rooms() {
    if (this.rights.includes('operate')) {
      return html`<om-invitation-form
        .client=${this.member.client}
        .circuit=${this.currency.name}
        .words=${this.words}
      ></om-invitation-form>`;
    }
    return this.rights.includes('audit')
      ? html`<om-latest-entries
          .client=${this.member.client}
          .currency=${this.currency}
          .words=${this.words}
        ></om-latest-entries>`
      : html`<p role="status">${this.words.t('wallet.reading')}</p>`;
  }
}

customElements.define('om-office-app', OfficeApp);
