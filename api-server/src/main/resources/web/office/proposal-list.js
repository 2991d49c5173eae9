import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fromBase64Url } from '../kit/bytes.js';
import { keyId, keyLetters } from '../kit/device-key.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { Again } from './again.js';
import { formStyles } from './form-styles.js';
import { ifThere } from './if-there.js';
import { keyLine } from './key-line.js';
import { OfficePart } from './office-part.js';
import { outcomeOf } from './outcome.js';
import { countersign, orderOf, proposals, withdraw } from './proposals.js';
import { whoSigns } from './who-signs.js';
import { WORDED } from './worded.js';

/**
 * @typedef {object} Case what a second operator looks at
 * @property {import('./proposals.js').Proposal} proposal
 * @property {any} order
 * @property {string} letters of the key it is about
 * @property {any[] | null} keys the account's, as they stand; null if there is no such account
 * @property {boolean} isMembers whether the account is a member's, of whom one signature is enough
 */

/** What waits for a second signature, with the facts themselves: what the order says, and what the account has. */
export class ProposalList extends OfficePart {
  static properties = {
    ...OfficePart.properties,
    cases: { state: true },
    isLost: { state: true },
    chosen: { state: true },
  };

  static styles = [sharedStyles, formStyles];

  constructor() {
    super();
    new Again(this, () => this.refresh());
    /** @type {Case[] | null} null until they are read */
    this.cases = null;
    this.isLost = false;
    /** The order that somebody is about to take away; empty while nobody is. */
    this.chosen = '';
  }

  /** Reads anew. */
  async refresh() {
    try {
      this.cases = await Promise.all((await proposals(this.client)).map((each) => this.#case(each)));
      this.isLost = false;
    } catch (cause) {
      this.isLost = true;
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
    }
  }

  /** @param {import('./proposals.js').Proposal} proposal @returns {Promise<Case>} */
  async #case(proposal) {
    const order = orderOf(proposal);
    const [keys, isMembers] = await Promise.all([this.#keys(order.account), this.#isMembers(order)]);
    const id = order.type === 'key-add' ? await keyId(fromBase64Url(order.key)) : (order.key ?? '');
    return { proposal, order, keys, isMembers, letters: keyLetters(id) };
  }

  /** Only of orders about keys is it asked. @param {any} order */
  async #isMembers({ type, account }) {
    if (type !== 'key-add' && type !== 'key-revoke') {
      return true;
    }
    const facts = await ifThere(this.client.ask(`/v1/accounts/${account}`));
    return facts === null || facts.type === 'holder'; // where there is no such account, its line says so
  }

  /** @param {string | undefined} account @returns {Promise<any[] | null>} */
  async #keys(account) {
    if (!account) {
      return [];
    }
    return (await ifThere(this.client.ask(`/v1/accounts/${account}/keys`)))?.keys ?? null;
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h2>${t('proposal.title')}</h2>
      <p id="outcome" role="alert" tabindex="-1">${this.outcome}</p>
      <p role="status">${this.isLost ? t('device.no-answer') : nothing}</p>
      ${this.cases?.length === 0 ? html`<p>${t('proposal.none')}</p>` : nothing}
      <ul>
        ${repeat(
          this.cases ?? [],
          ({ proposal }) => proposal.order, // what is opened and under a finger stays with its own order
          (each) => this.#line(each),
        )}
      </ul>
    `;
  }

  #line(/** @type {Case} */ { proposal, order, letters, keys, isMembers }) {
    const t = this.words.t.bind(this.words);
    const worded = WORDED[order.type];
    return html`<li>
      <h3 id=${proposal.order}>${this.words.known(`proposal.${order.type}`, 'proposal.other', order.type)}</h3>
      <span>
        ${order.account ?? ''} ${this.members.of(order.account)?.name ?? ''}
        ${keys === null ? html`<strong>${t('proposal.no-account')}</strong>` : nothing}
      </span>
      ${letters ? html`<span class="letters">${letters}</span>` : nothing}
      ${isMembers ? nothing : whoSigns(order, keys ?? [], this.words)} ${worded?.(order, this) ?? nothing}
      <span class="muted">
        ${t('proposal.by', {
          letters: keyLetters(proposal.by),
          time: this.words.dateAndTime(new Date(proposal.madeAt)),
          until: this.words.dateAndTime(new Date(proposal.expiresAt)),
        })}
      </span>
      <details>
        <summary>${t('proposal.facts')}</summary>
        <ul>
          ${(keys ?? []).map((key) => html`<li>${keyLine(key, this.words)}</li>`)}
        </ul>
        <pre tabindex="0" aria-label=${t('proposal.order')}>${JSON.stringify(order, null, 2)}</pre>
      </details>
      ${proposal.maySign ? nothing : html`<p>${t('proposal.own')}</p>`}
      ${worded ? nothing : html`<p>${t('proposal.not-here')}</p>`}
      <div class="actions">
        ${proposal.maySign && worded
          ? html`<button
              type="button"
              class="strong"
              aria-describedby=${proposal.order}
              ?disabled=${this.isBusy}
              @click=${() => this.#sign(proposal)}
            >
              ${t('proposal.sign')}
            </button>`
          : nothing}
        ${this.chosen === proposal.order ? nothing : this.#wayOut(proposal)}
      </div>
      ${this.chosen === proposal.order ? this.#sure(proposal) : nothing}
    </li>`;
  }

  #wayOut(/** @type {import('./proposals.js').Proposal} */ { order, maySign }) {
    return html`<button
      type="button"
      aria-describedby=${order}
      ?disabled=${this.isBusy}
      @click=${() => this.#choose(order)}
    >
      ${this.words.t(maySign ? 'proposal.refuse' : 'proposal.withdraw')}
    </button>`;
  }

  /** One more tap for what does not come back. */
  #sure(/** @type {import('./proposals.js').Proposal} */ proposal) {
    const t = this.words.t.bind(this.words);
    return html`<p role="alert">${t('proposal.sure')}</p>
      <div class="actions">
        <button
          type="button"
          class="grave"
          aria-describedby=${proposal.order}
          ?disabled=${this.isBusy}
          @click=${() => this.#withdraw(proposal)}
        >
          ${t(proposal.maySign ? 'proposal.refuse-yes' : 'proposal.withdraw-yes')}
        </button>
        <button type="button" class="no" @click=${() => this.#choose('')}>${t('proposal.leave')}</button>
      </div>`;
  }

  /** The button is gone by then, and with it where somebody was. */
  async #choose(/** @type {string} */ order) {
    const before = this.chosen;
    this.chosen = order;
    await this.updateComplete;
    /** @type {HTMLElement} */ (
      this.renderRoot.querySelector(order ? '.no' : `button:not(.strong)[aria-describedby='${before}']`)
    )?.focus();
  }

  #sign(/** @type {import('./proposals.js').Proposal} */ proposal) {
    return this.#run(async () => {
      await countersign(this.client, proposal);
      return this.words.t('proposal.signed');
    });
  }

  #withdraw(/** @type {import('./proposals.js').Proposal} */ proposal) {
    return this.#run(async () => {
      await withdraw(this.client, proposal);
      this.chosen = '';
      return this.words.t('proposal.withdrawn');
    });
  }

  async #run(/** @type {() => Promise<string>} */ act) {
    this.isBusy = true;
    this.outcome = (await outcomeOf(this.words, act)).said;
    await this.refresh();
    this.isBusy = false;
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('#outcome')).focus(); // what was tapped is gone
  }
}

customElements.define('om-proposal-list', ProposalList);
