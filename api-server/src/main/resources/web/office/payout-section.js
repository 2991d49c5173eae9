import { css, html, nothing } from 'lit';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { formatAmount } from '../kit/money.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { Again } from './again.js';
import { formStyles } from './form-styles.js';
import { OfficePart } from './office-part.js';
import { outcomeOf } from './outcome.js';

/** What the parts of paying out have in common: they look again by themselves, and say what came of what was done. */
export class PayoutSection extends OfficePart {
  static properties = {
    ...OfficePart.properties,
    rights: { attribute: false },
    isLost: { state: true },
  };

  static styles = [
    sharedStyles,
    formStyles,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-1) var(--omloop-space-4);
        justify-content: space-between;
      }

      .facts {
        display: grid;
        gap: var(--omloop-space-1);
      }

      .amount {
        font-weight: var(--omloop-font-weight-strong);
        font-variant-numeric: tabular-nums;
      }

      .choice {
        align-items: start;
        display: grid;
        gap: var(--omloop-space-3);
        grid-template-columns: auto minmax(0, 1fr);
        min-block-size: var(--omloop-target-size);
      }

      .choice input {
        block-size: 24px;
        inline-size: 24px;
        min-block-size: 24px;
      }

      select {
        background: var(--omloop-color-ground);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        inline-size: 100%;
        min-block-size: 56px;
        padding-inline: var(--omloop-space-3);
      }

      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    new Again(this, () => this.refresh());
    /** @type {string[]} */
    this.rights = [];
    this.isLost = false;
  }

  /** Reads anew. */
  async refresh() {
    try {
      await this.read();
      this.isLost = false;
    } catch (cause) {
      this.isLost = true;
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
    }
  }

  /** What refresh reads. @returns {Promise<void>} */
  async read() {}

  /** What is said above the list. */
  said() {
    return html`<p id="outcome" role="alert" tabindex="-1">${this.outcome}</p>
      <p role="status">${this.isLost ? this.words.t('device.no-answer') : nothing}</p>`;
  }

  /** Does something and says what came of it. @param {() => Promise<string>} act @returns {Promise<boolean>} whether there was an answer */
  async run(act) {
    this.isBusy = true;
    const { said, isKnown } = await outcomeOf(this.words, act);
    this.outcome = said;
    await this.refresh();
    this.isBusy = false;
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('#outcome')).focus(); // what was tapped may be gone
    return isKnown;
  }

  /** Whom, how much, what for and since when. @param {import('./payouts.js').Payout} payout */
  facts(payout) {
    const t = this.words.t.bind(this.words);
    const { account, payee, purpose, requestedAt, fee, state } = payout;
    return html`<span class="facts">
      <span class="line">
        <strong>${this.nameOf(account)}</strong>
        <span class="amount">${this.printed(payout.payout)}</span>
      </span>
      <span>${this.words.known(`purpose.${purpose}`, 'purpose.unknown', purpose)}</span>
      ${payee
        ? html`<span>${payee.name}, <code>${inFours(payee.iban)}</code></span>
            ${payee.sepaName === payee.name
              ? nothing
              : html`<span>${t('payout.named-otherwise', { name: payee.sepaName })}</span>`}`
        : html`<span>${t('payout.unknown')}</span>`}
      <span class="muted">
        ${t('payout.since', { time: this.words.dateAndTime(new Date(requestedAt)) })}.
        ${t('payout.fee', { amount: this.printed(fee) })}
      </span>
      ${state === 'requested' ? nothing : html`<span>${t(`payout.state-${state}`)}</span>`}
    </span>`;
  }

  /** @param {number} amount in minor units */
  printed(amount) {
    return formatAmount(amount, this.currency, this.words.locale);
  }
}

/** @param {string} iban */
const inFours = (iban) => iban.replaceAll(/(.{4})(?=.)/g, '$1 ');
