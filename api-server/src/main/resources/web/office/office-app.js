import { html, nothing } from 'lit';
import { MemberPage } from '../kit/member-page.js';
import { supplyTexts } from '../kit/supply-words.js';
import './invitation-form.js';
import './latest-entries.js';
import './member-desk.js';
import './proposal-list.js';
import './stuck-balances.js';
import './supply-gaps.js';

/**
 * The office: inviting members, helping them, signing as the second, and where suppliers are missing; for auditors the
 * journal's latest entries.
 */
export class OfficeApp extends MemberPage {
  static properties = { ...MemberPage.properties, rights: { state: true } };

  constructor() {
    super('office', supplyTexts);
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
    if (this.rights.includes('operate') || this.rights.includes('approve')) {
      return html`${this.#second()} ${this.rights.includes('operate') ? this.#daily() : nothing}
        ${this.#supply()}`;
    }
    return this.rights.includes('audit')
      ? html`<p><a href="/city">${this.words.t('office.city')}</a></p>
          <om-latest-entries
            .client=${this.member.client}
            .currency=${this.currency}
            .words=${this.words}
          ></om-latest-entries>`
      : html`<p role="status">${this.words.t('wallet.reading')}</p>`;
  }

  #second() {
    return html`<om-proposal-list
      .client=${this.member.client}
      .members=${this.members}
      .words=${this.words}
    ></om-proposal-list>`;
  }

  #daily() {
    return html`<om-member-desk
        .client=${this.member.client}
        .members=${this.members}
        .words=${this.words}
        @proposed=${() => this.#list().refresh()}
      ></om-member-desk>
      <om-invitation-form
        .client=${this.member.client}
        .circuit=${this.currency.name}
        .words=${this.words}
      ></om-invitation-form>`;
  }

  /** Where an introduction helps. */
  #supply() {
    return html`<om-supply-gaps
        .client=${this.member.client}
        .members=${this.members}
        .currency=${this.currency}
        .words=${this.words}
      ></om-supply-gaps>
      <om-stuck-balances
        .client=${this.member.client}
        .members=${this.members}
        .currency=${this.currency}
        .words=${this.words}
      ></om-stuck-balances>`;
  }

  #list() {
    return /** @type {import('./proposal-list.js').ProposalList} */ (this.querySelector('om-proposal-list'));
  }
}

customElements.define('om-office-app', OfficeApp);
