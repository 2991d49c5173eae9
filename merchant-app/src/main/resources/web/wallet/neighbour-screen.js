import { LitElement, html, nothing } from 'lit';
import { otherParty } from '../kit/entries.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { listStyles } from './list-styles.js';

const ENTRIES_READ = 100;

/**
 * Paying somebody without a till: by their code, or one of those with whom there was a payment before.
 *
 * @fires chosen - with the account as detail
 * @fires scan - their code is at hand
 * @fires done - somebody goes back
 */
export class NeighbourScreen extends LitElement {
  static properties = {
    client: { attribute: false },
    members: { attribute: false },
    words: { attribute: false },
    known: { state: true },
    mayGive: { state: true },
    fault: { state: true },
  };

  static styles = listStyles;

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {{account: string, at: Date}[] | null} neighbours before shops, the latest first; null until it is known */
    this.known = null;
    /** Whether the circuit's rules let residents pay each other. */
    this.mayGive = true;
    /** Key of the words about what went wrong. */
    this.fault = '';
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      const [{ entries }, { settings }, { role }] = await Promise.all([
        this.client.entries(ENTRIES_READ),
        this.client.policies(),
        this.client.facts(),
      ]);
      this.mayGive = settings.giftsBetweenResidents || role !== 'resident';
      const parties = partiesOf(entries, this.client.account);
      const isShop = (/** @type {{account: string}} */ { account }) => this.members.of(account) !== undefined;
      const neighbours = parties.filter((each) => this.mayGive && !isShop(each));
      this.known = [...neighbours, ...parties.filter(isShop)];
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.fault = cause instanceof NoAnswer ? 'device.no-answer' : 'device.no-right';
    }
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('wallet.back')}</button>
      <h1>${t('neighbour.title')}</h1>
      ${this.mayGive
        ? html`<p>${t('neighbour.explanation')}</p>
            <button type="button" @click=${() => this.dispatchEvent(new Event('scan'))}>${t('neighbour.scan')}</button>`
        : html`<p role="status">${t('neighbour.not-here')}</p>`}
      <p role="alert">${this.fault ? t(this.fault) : nothing}</p>
      <h2>${t('neighbour.before')}</h2>
      ${this.known?.length === 0 ? html`<p>${t('neighbour.nobody')}</p>` : nothing}
      <ul>
        ${(this.known ?? []).map((each) => this.#party(each))}
      </ul>
    `;
  }

  #party(/** @type {{account: string, at: Date}} */ { account, at }) {
    const name =
      this.members.of(account)?.name ?? this.words.t('neighbour.account', { account: account.slice(-4) });
    return html`<li>
      <button
        type="button"
        class="row"
        @click=${() => this.dispatchEvent(new CustomEvent('chosen', { detail: account }))}
      >
        <span>${name}</span>
        <span class="muted">${this.words.moment(at)}</span>
      </button>
    </li>`;
  }
}

/** With whom an account had payments, each once. @param {any[]} entries the latest first @param {string} own */
function partiesOf(entries, own) {
  const parties = new Map();
  for (const entry of entries.filter(({ decision, order }) => decision === 'posted' && order.type === 'pay')) {
    const account = otherParty(entry, own);
    if (account !== own && !parties.has(account)) {
      parties.set(account, { account, at: new Date(entry.bookedAt) });
    }
  }
  return [...parties.values()];
}

customElements.define('om-neighbour-screen', NeighbourScreen);
