import { html, nothing } from 'lit';
import { followAccount } from '../kit/account-stream.js';
import '../kit/amount-text.js';
import { keptEnrolment } from '../kit/enrolments.js';
import { MemberPage } from '../kit/member-page.js';
import { spokenAmount } from '../kit/money.js';
import { outcomeLine, waitingLine } from '../kit/outbox-lines.js';
import { Outbox } from '../kit/outbox.js';
import { keptComforts, setLetters } from './comforts.js';
import './key-pad.js';
import './latest-sales.js';
import { Sale } from './sale.js';
import './sale-stage.js';
import { Sounds, speak } from './sounds.js';

/** What stands beside the sale, and is loaded when it is wanted. */
const SCREENS = {
  day: () => import('./day-screen.js'),
  tally: () => import('./tally-screen.js'),
  refund: () => import('./refund-screen.js'),
  stickers: () => import('./sticker-list.js'),
  comforts: () => import('./comfort-screen.js'),
};

/** @typedef {'sale' | 'day' | 'tally' | 'refund' | 'stickers' | 'comforts'} Screen */

/** The till: a keypad, a code, a green screen. And what a shop needs of its day. */
export class TillApp extends MemberPage {
  static properties = {
    ...MemberPage.properties,
    isOnline: { state: true },
    isBlocked: { state: true },
    canSpend: { state: true },
    screen: { state: true },
    refunding: { state: true },
    news: { state: true },
    comforts: { state: true },
  };

  /** @type {Sale | null} */
  #sale = null;
  #sounds = new Sounds();
  /** Of the sale, when it was last heard. */
  #heardState = 'empty';
  /** @type {Outbox | null} */
  #outbox = null;

  constructor() {
    super('till');
    this.isOnline = false;
    this.isBlocked = false;
    /** Whether this device is the shop's wallet too. */
    this.canSpend = false;
    /** @type {Screen} */
    this.screen = 'sale';
    /** @type {{sale: import('./day.js').Sale, from: Screen} | null} what is given back for, and where that was asked */
    this.refunding = null;
    /** What became of something that waited, in words. */
    this.news = '';
    /** @type {import('./comforts.js').Comforts | null} */
    this.comforts = null;
  }

  async opened() {
    this.#sale = new Sale(this.member.client, this.currency.logKey, this.member.name);
    this.#sale.addEventListener('change', () => this.#saleChanged());
    this.comforts = await keptComforts();
    setLetters(this.comforts.large);
    this.#openOutbox();
    followAccount(this.member.client, {
      entry: (entry) => {
        this.#sale.hearEntry(entry);
        this.#list()?.refresh();
      },
      request: (change) => this.#sale.hearRequest(change),
      online: (isOnline) => {
        if (isOnline && !this.isOnline) {
          this.#sale.look();
        }
        this.isOnline = isOnline;
      },
      blocked: () => (this.isBlocked = true),
    });
    this.canSpend = (await keptEnrolment('wallet'))?.account === this.member.client.account;
  }

  #saleChanged() {
    this.requestUpdate();
    const { state } = this.#sale;
    if (state === this.#heardState) {
      return;
    }
    this.#heardState = state;
    if (this.comforts.sounds) {
      this.#sounds.play(state);
    }
    if (this.comforts.voice) {
      speak(this.#said('paid', 'refused', 'unproven', 'unreachable'), this.words.language);
    }
  }

  #openOutbox() {
    this.#outbox = new Outbox(this.member.client, this.currency.logKey);
    this.#outbox.addEventListener('change', () => this.requestUpdate());
    this.#outbox.addEventListener('outcome', (event) => {
      const outcome = /** @type {CustomEvent<import('../kit/outbox.js').Outcome>} */ (event).detail;
      const isSeen = this.screen === 'refund' && outcome.waiting.original === this.refunding.sale.order;
      if (!isSeen) {
        this.news = outcomeLine(outcome, this);
      }
    });
    this.#outbox.open();
  }

  content() {
    if (!this.#sale || !this.comforts) {
      return html`<main class="till"><p>${this.words.t('till.nobody')}</p></main>`;
    }
    return html`
      ${this.#main()}
      <p class="visually-hidden" aria-live="polite">${this.#said('amount', 'waiting', 'confirming', 'expired')}</p>
      <p class="visually-hidden" aria-live="assertive">${this.#said('paid', 'refused', 'unreachable', 'unproven')}</p>
    `;
  }

  #main() {
    switch (this.screen) {
      case 'day':
        return html`<main class="screen" tabindex="-1">
          <om-day-screen
            .member=${this.member}
            .currency=${this.currency}
            .words=${this.words}
            @refund-asked=${({ detail }) => this.#giveBack(detail)}
            @tally-asked=${() => this.#open('tally')}
            @closed=${() => this.#open('sale')}
          ></om-day-screen>
        </main>`;
      case 'tally':
        return html`<main class="screen" tabindex="-1">
          <om-tally-screen
            .member=${this.member}
            .currency=${this.currency}
            .words=${this.words}
            @closed=${() => this.#open('day')}
          ></om-tally-screen>
        </main>`;
      case 'refund':
        return html`<main class="screen" tabindex="-1">
          <om-refund-screen
            .member=${this.member}
            .outbox=${this.#outbox}
            .sale=${this.refunding.sale}
            .currency=${this.currency}
            .words=${this.words}
            @closed=${() => this.#open(this.refunding.from)}
          ></om-refund-screen>
        </main>`;
      case 'stickers':
        return html`<main class="screen" tabindex="-1">
          <om-sticker-list
            .client=${this.member.client}
            .currency=${this.currency}
            .words=${this.words}
            @done=${() => this.#open('sale')}
          ></om-sticker-list>
        </main>`;
      case 'comforts':
        return html`<main class="screen" tabindex="-1">
          <om-comfort-screen
            .comforts=${this.comforts}
            .currency=${this.currency}
            .words=${this.words}
            @changed=${({ detail }) => (this.comforts = detail)}
            @closed=${() => this.#open('sale')}
          ></om-comfort-screen>
        </main>`;
      default:
        return this.#till();
    }
  }

  /** Opens a screen once its module is there. @param {Screen} screen */
  async #open(screen) {
    try {
      await SCREENS[screen]?.();
    } catch (cause) {
      if (!(cause instanceof TypeError)) {
        throw cause; // the module came, and is none
      }
      this.isOnline = false;
      return;
    }
    this.screen = screen;
    await this.updateComplete;
    scrollTo(0, 0);
    if (screen !== 'refund') {
      this.querySelector('main').focus(); // a refund puts it on the button that gives
    }
  }

  async #giveBack(/** @type {import('./day.js').Sale} */ sale) {
    const from = this.screen;
    this.refunding = { sale, from };
    await this.#open('refund');
  }

  #till() {
    const sale = this.#sale;
    return html`
      <main class="till" tabindex="-1">
        <div class="who wide">
          <h1>${this.member.name}</h1>
          <p>${this.words.t(this.isBlocked ? 'till.blocked' : this.isOnline ? 'till.online' : 'till.offline')}</p>
          <button type="button" @click=${() => this.#open('day')}>${this.words.t('day.title')}</button>
        </div>
        ${this.#outbox.waiting.map((each) => html`<p class="waiting wide" role="status">${waitingLine(each, this)}</p>`)}
        <p class="news wide" aria-live="assertive">${this.news}</p>
        <div>
          <div class="sum">
            <span class="parts">${sale.added > 0 ? html`${this.#amount(sale.added)} +` : nothing}</span>
            <span class="amount">${this.#amount(sale.amount)}</span>
          </div>
          <om-sale-stage
            .state=${sale.state}
            .sale=${sale}
            .currency=${this.currency}
            .words=${this.words}
            .presets=${this.comforts.presets}
            @again=${() => sale.show()}
            @priced=${({ detail }) => this.#price(detail)}
          ></om-sale-stage>
        </div>
        <om-key-pad .words=${this.words} @press=${({ detail }) => this.#press(detail)}></om-key-pad>
        <om-latest-sales
          class="wide"
          .member=${this.member}
          .currency=${this.currency}
          .words=${this.words}
          @refund-asked=${({ detail }) => this.#giveBack(detail)}
        ></om-latest-sales>
        <button type="button" class="wide" @click=${() => this.#open('stickers')}>${this.words.t('sticker.title')}</button>
        <button type="button" class="wide" @click=${() => this.#open('comforts')}>${this.words.t('comfort.title')}</button>
        ${this.canSpend ? html`<a class="wide" href="/wallet">${this.words.t('till.spend')}</a>` : nothing}
      </main>
    `;
  }

  #amount(/** @type {number} */ amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }

  #said(/** @type {string[]} */ ...states) {
    const { state, amount } = this.#sale;
    return states.includes(state)
      ? this.words.t(`till-said.${state}`, { amount: spokenAmount(amount, this.currency) })
      : '';
  }

  #price(/** @type {number} */ amount) {
    this.#sounds.unlock();
    this.#sale.price(amount);
  }

  #press(/** @type {string} */ key) {
    this.#sounds.unlock();
    this.news = '';
    const presses = { erase: 'erase', clear: 'clear', add: 'add', show: 'show' };
    if (presses[key]) {
      this.#sale[presses[key]]();
    } else {
      this.#sale.type(key);
    }
  }

  /** The list of sales that is on the screen. */
  #list() {
    return /** @type {{refresh: () => void} | null} */ (
      /** @type {unknown} */ (this.querySelector('om-latest-sales, om-day-screen'))
    );
  }
}

customElements.define('om-till-app', TillApp);
