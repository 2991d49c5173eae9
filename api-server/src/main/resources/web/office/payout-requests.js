import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MOST, REASONS, giveBack, requested, sendDraft, signDraft } from './payouts.js';
import { PayoutSection } from './payout-section.js';

/**
 * What was asked for and is in no batch yet: chosen together for one, or given back with a reason.
 *
 * @fires drafted - a batch was made
 */
export class PayoutRequests extends PayoutSection {
  static properties = {
    ...PayoutSection.properties,
    payouts: { state: true },
    chosen: { state: true },
    refusing: { state: true },
  };

  /** Signed, and not answered yet. @type {{what: string, signed: string} | null} */
  #begun = null;

  constructor() {
    super();
    /** @type {import('./payouts.js').Payout[] | null} null until they are read */
    this.payouts = null;
    /** @type {Set<string>} */
    this.chosen = new Set();
    /** The order that somebody is about to give back; empty while nobody is. */
    this.refusing = '';
  }

  async read() {
    this.payouts = (await requested(this.client)).filter(({ state }) => state === 'requested');
    const waiting = new Set(this.payouts.map(({ order }) => order));
    this.chosen = new Set([...this.chosen].filter((order) => waiting.has(order)));
  }

  get #payable() {
    return (this.payouts ?? []).filter(({ isPayable }) => isPayable).slice(0, MOST);
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h2>${t('payout.asked')}</h2>
      ${this.said()} ${this.payouts?.length === 0 ? html`<p>${t('payout.asked-none')}</p>` : nothing}
      ${this.payouts?.length ? html`<p>${t('payout.choose')}</p>` : nothing}
      ${this.#payable.length > 1
        ? html`<button type="button" @click=${() => (this.chosen = new Set(this.#payable.map(({ order }) => order)))}>
            ${t('payout.choose-all')}
          </button>`
        : nothing}
      <ul>
        ${repeat(
          this.payouts ?? [],
          ({ order }) => order,
          (each) => this.#line(each),
        )}
      </ul>
      ${this.chosen.size > 0 ? this.#make() : nothing}
    `;
  }

  #line(/** @type {import('./payouts.js').Payout} */ payout) {
    const { order, isPayable } = payout;
    return html`<li>
      ${isPayable
        ? html`<label class="choice">
            <input
              type="checkbox"
              .checked=${this.chosen.has(order)}
              ?disabled=${!this.chosen.has(order) && this.chosen.size >= MOST}
              @change=${() => this.#toggle(order)}
            />
            ${this.facts(payout)}
          </label>`
        : this.facts(payout)}
      ${this.refusing === order ? this.#refuse(order) : this.#wayBack(payout)}
    </li>`;
  }

  #toggle(/** @type {string} */ order) {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(order)) {
      chosen.add(order);
    }
    this.chosen = chosen;
  }

  #wayBack(/** @type {import('./payouts.js').Payout} */ { order, account }) {
    if (!this.rights.includes('operate')) {
      return nothing;
    }
    return html`<div class="actions">
      <button type="button" ?disabled=${this.isBusy} @click=${() => this.#ask(order)}>
        ${this.words.t('payout.give-back')}<span class="visually-hidden">: ${this.members.of(account)?.name ?? account}</span>
      </button>
    </div>`;
  }

  async #ask(/** @type {string} */ order) {
    this.refusing = order;
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('select'))?.focus();
  }

  #refuse(/** @type {string} */ order) {
    const t = this.words.t.bind(this.words);
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#giveBack(event, order)}>
      <label>
        ${t('payout.why')}
        <select name="reason" required>
          ${REASONS.map((reason) => html`<option value=${reason}>${t(`payout.why-${reason}`)}</option>`)}
        </select>
      </label>
      <div class="actions">
        <button class="grave" ?disabled=${this.isBusy}>${t('payout.yes-back')}</button>
        <button type="button" @click=${() => (this.refusing = '')}>${t('payout.no')}</button>
      </div>
    </form>`;
  }

  async #giveBack(/** @type {SubmitEvent} */ event, /** @type {string} */ order) {
    event.preventDefault();
    const reason = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('reason'));
    await this.run(async () => {
      await giveBack(this.client, order, reason);
      this.refusing = '';
      return this.words.t('payout.given-back');
    });
  }

  #make() {
    const orders = [...this.chosen];
    const sum = this.payouts
      .filter(({ order }) => this.chosen.has(order))
      .reduce((total, { payout }) => total + payout, 0);
    return html`<button
      type="button"
      class="strong"
      ?disabled=${this.isBusy || !this.rights.includes('operate')}
      @click=${() => this.#draft(orders)}
    >
      ${this.words.t('payout.make', { count: this.words.number(orders.length), amount: this.printed(sum) })}
    </button>`;
  }

  /** Signed once, and the same bytes sent until they are answered. */
  async #draft(/** @type {string[]} */ orders) {
    const what = orders.join();
    const isKnown = await this.run(async () => {
      if (this.#begun?.what !== what) {
        this.#begun = { what, signed: await signDraft(this.client, orders) };
      }
      await sendDraft(this.client, this.#begun.signed);
      this.chosen = new Set();
      this.dispatchEvent(new Event('drafted'));
      return this.words.t('payout.made');
    });
    if (isKnown) {
      this.#begun = null;
    }
  }
}

customElements.define('om-payout-requests', PayoutRequests);
