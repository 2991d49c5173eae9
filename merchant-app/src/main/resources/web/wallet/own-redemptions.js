import { LitElement, css, html, nothing } from 'lit';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { formatAmount } from '../kit/money.js';
import { listStyles } from './list-styles.js';

const LOOK_MILLISECONDS = 5_000;

/** How many are shown; the history has all. */
const SHOWN = 5;

/** What became of what somebody exchanged before: asked for, with the bank, paid, or back. */
export class OwnRedemptions extends LitElement {
  static properties = {
    client: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    redemptions: { state: true },
  };

  static styles = [
    ...listStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--omloop-space-3);
        justify-content: space-between;
      }
    `,
  ];

  #timer = 0;

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {any[]} */
    this.redemptions = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #look() {
    try {
      this.redemptions = (await this.client.redemptions()).redemptions;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
    }
    if (this.isConnected) {
      this.#timer = setTimeout(() => this.#look(), LOOK_MILLISECONDS);
    }
  }

  render() {
    if (this.redemptions.length === 0) {
      return nothing;
    }
    const t = this.words.t.bind(this.words);
    return html`<h2>${t('redeem.before')}</h2>
      <ul>
        ${this.redemptions.slice(0, SHOWN).map(
          ({ payout, since, state, reason }) =>
            html`<li>
              <span>${formatAmount(payout, this.currency, this.words.locale)}</span>
              <span>
                ${t(`redeem.state-${state}`)} ${reason ? html`(${t(`redeem.why-${reason}`)})` : nothing}
                <span class="muted">${this.words.dateAndTime(new Date(since))}</span>
              </span>
            </li>`,
        )}
      </ul>`;
  }
}

customElements.define('om-own-redemptions', OwnRedemptions);
