import { LitElement, html, nothing } from 'lit';
import { fromBase64Url } from '../kit/bytes.js';
import { keyId, keyLetters } from '../kit/device-key.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';
import { keyLine } from './key-line.js';
import { countersign, orderOf, proposals, withdraw } from './proposals.js';
import { outcomeOf } from './sent-once.js';

const LOOK_MILLISECONDS = 5_000;

/**
 * @typedef {object} Case what a second operator looks at
 * @property {import('./proposals.js').Proposal} proposal
 * @property {any} order
 * @property {string} letters of the key it is about
 * @property {any[]} keys the account's, as they stand
 */

/** What waits for a second signature, with the facts themselves: what the order says, and what the account has. */
export class ProposalList extends LitElement {
  static properties = {
    client: { attribute: false },
    members: { attribute: false },
    words: { attribute: false },
    cases: { state: true },
    isBusy: { state: true },
    outcome: { state: true },
  };

  static styles = [sharedStyles, formStyles];

  #timer = 0;

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {Case[] | null} null until they are read */
    this.cases = null;
    this.isBusy = false;
    this.outcome = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** Reads anew. */
  async refresh() {
    try {
      this.cases = await Promise.all((await proposals(this.client)).map((each) => this.#case(each)));
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
    }
  }

  async #look() {
    await this.refresh();
    if (this.isConnected) {
      this.#timer = setTimeout(() => this.#look(), LOOK_MILLISECONDS);
    }
  }

  /** @param {import('./proposals.js').Proposal} proposal @returns {Promise<Case>} */
  async #case(proposal) {
    const order = orderOf(proposal);
    const { keys } = order.account ? await this.client.ask(`/v1/accounts/${order.account}/keys`) : { keys: [] };
    const id = order.type === 'key-add' ? await keyId(fromBase64Url(order.key)) : (order.key ?? '');
    return { proposal, order, keys, letters: keyLetters(id) };
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h2>${t('proposal.title')}</h2>
      <p role="alert">${this.outcome}</p>
      ${this.cases?.length === 0 ? html`<p>${t('proposal.none')}</p>` : nothing}
      <ul>
        ${(this.cases ?? []).map((each) => this.#line(each))}
      </ul>
    `;
  }

  #line(/** @type {Case} */ { proposal, order, letters, keys }) {
    const t = this.words.t.bind(this.words);
    const isOwn = proposal.by === this.client.key.id;
    const name = this.members.of(order.account)?.name ?? order.account ?? '';
    return html`<li>
      <strong>${this.words.known(`proposal.${order.type}`, 'proposal.other', order.type)}</strong>
      <span>${name}</span>
      ${letters ? html`<span class="letters">${letters}</span>` : nothing}
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
          ${keys.map((key) => html`<li>${keyLine(key, this.words)}</li>`)}
        </ul>
        <pre tabindex="0" aria-label=${t('proposal.order')}>${JSON.stringify(order, null, 2)}</pre>
      </details>
      ${isOwn ? html`<p>${t('proposal.own')}</p>` : nothing}
      <div class="actions">
        ${isOwn
          ? nothing
          : html`<button type="button" class="strong" ?disabled=${this.isBusy} @click=${() => this.#sign(proposal)}>
              ${t('proposal.sign')}
            </button>`}
        <button type="button" ?disabled=${this.isBusy} @click=${() => this.#withdraw(proposal)}>
          ${t(isOwn ? 'proposal.withdraw' : 'proposal.refuse')}
        </button>
      </div>
    </li>`;
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
      return this.words.t('proposal.withdrawn');
    });
  }

  async #run(/** @type {() => Promise<string>} */ act) {
    this.isBusy = true;
    this.outcome = (await outcomeOf(this.words, act)).said;
    await this.refresh();
    this.isBusy = false;
  }
}

customElements.define('om-proposal-list', ProposalList);
