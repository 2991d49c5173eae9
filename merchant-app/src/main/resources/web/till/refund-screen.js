import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { formatAmount } from '../kit/money.js';
import { sharedStyles } from '../kit/shared-styles.js';
import './key-pad.js';
import './pin-entry.js';
import { Refund } from './refund.js';
import { screenStyles } from './screen-styles.js';
import { isLockedOut, mayRefund, nameOfPerson } from './staff.js';

/** What the ledger says of a key that a colleague's may do. */
const FOR_A_COLLEAGUE = ['key-lacks-right', 'key-limit-exceeded'];

/**
 * Giving back for one sale. What is left stands there already: one tap gives it; digits make it a part.
 *
 * @fires closed - nobody needs it any more
 */
export class RefundScreen extends LitElement {
  static properties = {
    member: { attribute: false },
    outbox: { attribute: false },
    staff: { attribute: false },
    colleague: { state: true },
    sale: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
  };

  static styles = [
    sharedStyles,
    screenStyles,
    css`
      h1:focus {
        box-shadow: none;
        outline: none; /* it only says where reading goes on */
      }

      .amount {
        font-size: var(--omloop-font-size-5);
        font-weight: var(--omloop-font-weight-strong);
        text-align: end;
      }

      .message {
        min-block-size: 3em;
      }

      .strong {
        inline-size: 100%;
        margin-block-end: var(--omloop-space-3);
        min-block-size: 64px;
      }

      .colleagues {
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-2);
        margin-block-end: var(--omloop-space-3);
      }

      .colleagues button {
        min-block-size: 64px;
      }

      @media (min-width: 720px) {
        .desk {
          display: grid;
          gap: var(--omloop-space-4);
          grid-template-columns: 1fr 1fr;
        }
      }
    `,
  ];

  /** @type {Refund | null} */
  #refund = null;

  constructor() {
    super();
    /** @type {{client: import('../kit/member-client.js').MemberClient} | undefined} */
    this.member = undefined;
    /** @type {import('../kit/outbox.js').Outbox | undefined} */
    this.outbox = undefined;
    /** @type {import('./staff.js').Staff | undefined} */
    this.staff = undefined;
    /** Who does this one, and is asked for the PIN. @type {import('./staff.js').Person | null} */
    this.colleague = null;
    /** @type {import('./day.js').Sale | undefined} */
    this.sale = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#refund = new Refund(this.member.client, this.outbox, this.sale);
    this.#refund.addEventListener('change', () => this.requestUpdate());
    this.staff.refresh().then(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#refund.leave();
  }

  firstUpdated() {
    this.#focus();
  }

  render() {
    return this.colleague
      ? html`<om-pin-entry
          .staff=${this.staff}
          .person=${this.colleague}
          .purpose=${this.words.t('refund.by-colleague', { amount: formatAmount(this.#refund.amount, this.currency, this.words.locale) })}
          .words=${this.words}
          @right=${() => this.#giveBy(this.colleague)}
          @left=${() => this.#backToDesk()}
        ></om-pin-entry>`
      : this.#desk();
  }

  /** One refund with a colleague's key: who serves stays who they are. */
  async #giveBy(/** @type {import('./staff.js').Person} */ colleague) {
    await this.#backToDesk();
    await this.#refund.give(await this.staff.clientOf(colleague));
  }

  async #backToDesk() {
    this.colleague = null;
    await this.updateComplete;
    this.#focus();
  }

  #focus() {
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('.strong') ?? this.renderRoot.querySelector('h1')).focus();
  }

  /** Whether the ledger has refused who serves, or would. */
  get #isForColleague() {
    const { state, reason, amount, canBeGiven } = this.#refund;
    if (state === 'refused') {
      return FOR_A_COLLEAGUE.includes(reason);
    }
    const { serving } = this.staff; // nobody, when the till is locked meanwhile
    return state === 'asking' && canBeGiven && serving !== null && !mayRefund(serving, amount);
  }

  get #colleagues() {
    const { people, serving } = this.staff;
    return people.filter(
      (each) => each.key !== serving?.key && mayRefund(each, this.#refund.amount) && !isLockedOut(each),
    );
  }

  #desk() {
    const refund = this.#refund;
    const { state, left, amount, given } = refund;
    return html`
      <div class="bar">
        <h1 tabindex="-1">${this.words.t('refund.title')}</h1>
        <button type="button" @click=${() => this.dispatchEvent(new Event('closed'))}>
          ${this.words.t(state === 'given' ? 'refund.done' : 'refund.back')}
        </button>
      </div>
      <dl>
        ${this.#row('refund.paid', this.sale.amount, this.words.moment(new Date(this.sale.bookedAt)))}
        ${this.#row('refund.left', left)}
      </dl>
      <div class="desk">
        <div>
          <p class="amount">
            ${this.#amount(state === 'given' ? given : amount)}
          </p>
          <p class="message" role="alert">${this.#message()}</p>
          ${this.#action()}
        </div>
        <om-key-pad .words=${this.words} .forSale=${false} @press=${({ detail }) => refund.press(detail)}></om-key-pad>
      </div>
    `;
  }

  #row(/** @type {string} */ key, /** @type {number} */ amount, moment = '') {
    return html`<div>
      <dt>${this.words.t(key, { moment })}</dt>
      <dd>${this.#amount(amount)}</dd>
    </div>`;
  }

  #amount(/** @type {number} */ amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }

  #action() {
    const refund = this.#refund;
    if (refund.state === 'unproven') {
      return nothing;
    }
    if (refund.state === 'given') {
      return refund.left > 0
        ? html`<button type="button" @click=${() => refund.again()}>${this.words.t('refund.more')}</button>`
        : nothing;
    }
    if (this.#isForColleague && this.staff.isShared) {
      return html`<p>${this.words.t(this.#colleagues.length > 0 ? 'refund.colleague' : 'refund.no-colleague')}</p>
        <div class="colleagues">
          ${this.#colleagues.map(
            (each) => html`<button type="button" @click=${() => this.#ask(each)}>${nameOfPerson(each, this.words)}</button>`,
          )}
        </div>`;
    }
    const amount = formatAmount(refund.amount, this.currency, this.words.locale);
    return html`<button type="button" class="strong" ?disabled=${!refund.canBeGiven} @click=${() => refund.give()}>
      ${this.words.t(refund.state === 'unknown' ? 'refund.retry' : 'refund.give', { amount })}
    </button>`;
  }

  #ask(/** @type {import('./staff.js').Person} */ colleague) {
    if (colleague.pin) {
      this.colleague = colleague;
    } else {
      this.#giveBy(colleague);
    }
  }

  #message() {
    if (this.#isForColleague && this.staff.isShared) {
      return this.words.t(this.staff.serving?.rights?.includes('refund') ? 'refund.over-own' : 'refund.not-own');
    }
    const { state, left, given, reason, isTooMuch } = this.#refund;
    const amount = (/** @type {number} */ units) => formatAmount(units, this.currency, this.words.locale);
    switch (state) {
      case 'given':
        return this.words.t('refund.given', { amount: amount(given) });
      case 'unknown':
        return this.words.t('refund.unknown');
      case 'unproven':
        return html`${this.words.t('refund.unproven')} ${this.words.t(reason)}`;
      case 'sending':
        return this.words.t('refund.sending');
      case 'refused':
        return this.#why(reason, left);
      default:
        return isTooMuch ? this.words.t('refund.too-much', { amount: amount(left) }) : nothing;
    }
  }

  #why(/** @type {string} */ reason, /** @type {number} */ left) {
    const key = reason === 'already-refunded' && left > 0 ? 'partly-refunded' : reason;
    return this.words.known(`refund-reason.${key}`, 'refund-reason.unknown', reason);
  }
}

customElements.define('om-refund-screen', RefundScreen);
