import { LitElement, css, html, nothing } from 'lit';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { Closing } from './closing.js';
import { screenStyles } from './screen-styles.js';
import './tally-report.js';

const EARLIER = 10;

/**
 * The tally since the last closing (X), closing it (Z), and the closings before.
 *
 * @fires closed - back to the day
 */
export class TallyScreen extends LitElement {
  static properties = {
    member: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    tally: { state: true },
    shown: { state: true },
    earlier: { state: true },
    isLost: { state: true },
  };

  static styles = [
    sharedStyles,
    screenStyles,
    css`
      .message {
        font-weight: var(--omloop-font-weight-strong);
      }

      @media print {
        .message {
          display: none;
        }
      }
    `,
  ];

  /** @type {Closing | null} */
  #closing = null;

  constructor() {
    super();
    /** @type {import('./till-app.js').Member | undefined} */
    this.member = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {any} what was taken since the last closing */
    this.tally = null;
    /** When that was. */
    this.readAt = new Date();
    /** @type {any} the closing on the screen, when it is no tally */
    this.shown = null;
    /** @type {{number: number, closedAt: string}[]} */
    this.earlier = [];
    this.isLost = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#begin();
  }

  #begin() {
    this.#closing = new Closing(this.member.client);
    this.#closing.addEventListener('change', () => this.#follow());
    this.shown = null;
    return this.#load();
  }

  #follow() {
    const { state, closed } = this.#closing;
    if (state === 'closed') {
      this.shown = closed;
      this.#load();
    } else if (state === 'refused') {
      this.#load();
    }
    this.requestUpdate();
  }

  async #load() {
    const { client } = this.member;
    await this.#asking(async () => {
      this.tally = await client.tally();
      this.readAt = new Date();
      this.earlier = (await client.closings(EARLIER)).closings;
    });
  }

  /** Runs a question to the server, and shows when there is no answer. */
  async #asking(/** @type {() => Promise<void>} */ question) {
    try {
      await question();
      this.isLost = false;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.isLost = true;
    }
  }

  render() {
    return html`
      <div class="bar">
        <button type="button" @click=${() => this.dispatchEvent(new Event('closed'))}>
          ${this.words.t('tally.back')}
        </button>
        ${this.tally ? this.#paper() : nothing}
      </div>
      <p role="status">${this.isLost ? this.words.t('day.lost') : nothing}</p>
      ${this.tally ? this.#report() : nothing}
    `;
  }

  #paper() {
    return html`<span>
      <button type="button" @click=${() => window.print()}>${this.words.t('tally.print')}</button>
      <button type="button" @click=${() => this.#asking(() => this.#save())}>${this.words.t('tally.save')}</button>
    </span>`;
  }

  #report() {
    const tally = this.shown?.tally ?? this.tally;
    const title = this.shown ? 'tally.title-z' : tally.cashier ? 'tally.title-own' : 'tally.title-x';
    return html`
      <h1>${this.words.t(title, { number: tally.number })}</h1>
      <p>${this.member.name}</p>
      <om-tally-report
        .tally=${tally}
        .closing=${this.shown}
        .at=${this.shown ? new Date(this.shown.closedAt) : this.readAt}
        .people=${this.member.people}
        .currency=${this.currency}
        .words=${this.words}
      ></om-tally-report>
      <p class="message" role="alert">${this.#message()}</p>
      <div class="bar">${this.shown ? this.#toTally() : this.#close()}</div>
      ${this.#earlier()}
    `;
  }

  #message() {
    const { state, reason } = this.#closing;
    switch (state) {
      case 'sure':
        return this.words.t('tally.sure');
      case 'unknown':
        return this.words.t('tally.unknown');
      case 'refused':
        return this.words.known(`closing-reason.${reason}`, 'closing-reason.unknown', reason);
      case 'closed':
        return this.shown === this.#closing.closed ? this.words.t('tally.done') : nothing;
      default:
        return nothing;
    }
  }

  #close() {
    if (this.tally.cashier) {
      return html`<p>${this.words.t('closing-reason.right-missing')}</p>`;
    }
    if (this.tally.paymentCount + this.tally.refundCount === 0) {
      return html`<p>${this.words.t('closing-reason.nothing-to-close')}</p>`;
    }
    const closing = this.#closing;
    if (closing.state === 'open' || closing.state === 'refused') {
      return html`<button type="button" class="strong" @click=${() => closing.ask()}>
        ${this.words.t('tally.close', { number: this.tally.number })}
      </button>`;
    }
    return html`<button
        type="button"
        class="strong"
        ?disabled=${closing.state === 'sending'}
        @click=${() => closing.close(this.tally)}
      >
        ${this.words.t('tally.close-sure')}
      </button>
      ${closing.state === 'sure'
        ? html`<button type="button" @click=${() => closing.leave()}>${this.words.t('tally.leave')}</button>`
        : nothing}`;
  }

  #toTally() {
    return html`<button type="button" @click=${() => this.#begin()}>${this.words.t('day.tally')}</button>`;
  }

  #earlier() {
    return this.earlier.length === 0
      ? nothing
      : html`<nav aria-labelledby="earlier">
          <h2 id="earlier">${this.words.t('tally.earlier')}</h2>
          ${this.earlier.map(
            ({ number, closedAt }) => html`<button type="button" @click=${() => this.#show(number)}>
              Z${number}, ${this.words.moment(new Date(closedAt))}
            </button>`,
          )}
        </nav>`;
  }

  #show(/** @type {number} */ number) {
    return this.#asking(async () => {
      this.shown = await this.member.client.closing(number);
      scrollTo(0, 0);
    });
  }

  async #save() {
    const number = this.shown?.number;
    const table = await this.member.client.tallyTable(number);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([table], { type: 'text/csv' }));
    link.download = number ? `omloop-z${number}.csv` : 'omloop-x.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  }
}

customElements.define('om-tally-screen', TallyScreen);
