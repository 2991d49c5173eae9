import { html, nothing } from 'lit';
import { followAccount } from '../kit/account-stream.js';
import '../kit/amount-text.js';
import { keptEnrolment } from '../kit/enrolments.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { MemberPage } from '../kit/member-page.js';
import { formatAmount, spokenAmount } from '../kit/money.js';
import { outcomeLine, waitingLine } from '../kit/outbox-lines.js';
import { Outbox } from '../kit/outbox.js';
import { keptComforts, setLetters } from './comforts.js';
import { watchIdle } from './idle.js';
import './key-pad.js';
import { OpenSales } from './open-sales.js';
import './sale-stage.js';
import './sale-strip.js';
import { Sounds, speak } from './sounds.js';
import { Staff, isManager } from './staff.js';

const AGAIN_MILLISECONDS = 5_000;

/** What stands beside the sale, and is loaded when it is wanted. */
const SCREENS = {
  day: () => import('./day-screen.js'),
  tally: () => import('./tally-screen.js'),
  refund: () => import('./refund-screen.js'),
  stickers: () => import('./sticker-list.js'),
  comforts: () => import('./comfort-screen.js'),
  scan: () => import('./scan-screen.js'),
  'hand-out': () => import('./hand-out-screen.js'),
  suppliers: () => import('../kit/supplier-list.js'),
  messages: () => import('../kit/message-screen.js'),
  staff: () => import('./staff-screen.js'),
};

/**
 * @typedef {'sale' | 'day' | 'tally' | 'refund' | 'stickers' | 'comforts' | 'scan' | 'hand-out' | 'suppliers' | 'messages' | 'staff'} Screen
 *
 * @typedef {object} Member
 * @property {import('../kit/member-client.js').MemberClient} client of the key of who serves
 * @property {string} name of the shop
 * @property {string} person
 * @property {import('./staff.js').Person[]} [people] who work at this till
 */

/** The till: a keypad, a code, a green screen. And what a shop needs of its day. */
export class TillApp extends MemberPage {
  static properties = {
    ...MemberPage.properties,
    isOnline: { state: true },
    isBlocked: { state: true },
    canSpend: { state: true },
    canCheckCodes: { state: true },
    canHandOut: { state: true },
    screen: { state: true },
    refunding: { state: true },
    news: { state: true },
    comforts: { state: true },
    said: { state: true },
    isReady: { state: true },
    unread: { state: true },
  };

  /** @type {OpenSales | null} */
  #sales = null;
  #sounds = new Sounds();
  /** @type {Outbox | null} */
  #outbox = null;
  /** @type {Staff | null} */
  #staff = null;

  constructor() {
    super('till');
    this.isOnline = false;
    this.isBlocked = false;
    /** Whether this device is the shop's wallet too. */
    this.canSpend = false;
    /** Whether a customer's code can be checked while there is no connection. */
    this.canCheckCodes = false;
    /** Whether a programme lets this shop hand out. */
    this.canHandOut = false;
    /** @type {Screen} */
    this.screen = 'sale';
    /** @type {{sale: import('./day.js').Sale, from: Screen} | null} what is given back for, and where that was asked */
    this.refunding = null;
    /** What became of things that waited; coded: of a sale paid by code. @type {{text: string, isDone: boolean, coded?: string}[]} */
    this.news = [];
    /** What has just become of a sale, for who cannot see it. */
    this.said = '';
    /** Whether it is known what is open here. */
    this.isReady = false;
    /** How many messages are new. */
    this.unread = 0;
    /** @type {import('./comforts.js').Comforts | null} */
    this.comforts = null;
  }

  async opened() {
    this.#openOutbox();
    const device = this.member.client;
    this.#staff = new Staff(device, () => document.documentElement.lang);
    this.#staff.addEventListener('change', () => this.#followStaff());
    await this.#staff.open();
    this.#sales = new OpenSales(this.#staff.client, this.currency.logKey, this.member.name);
    this.#sales.addEventListener('change', () => this.requestUpdate());
    this.#sales.addEventListener('turned', (event) => this.#letHear(/** @type {CustomEvent} */ (event).detail));
    this.comforts = await keptComforts(this.member.client.account);
    setLetters(this.comforts.large);
    await this.#sales.resume();
    this.isReady = true;
    import('./latest-sales.js').catch(() => {}); // below the sale, which does not wait for it
    this.#watchIdle();
    followAccount(device, {
      entry: (entry) => {
        this.#sales.hearEntry(entry);
        this.#list()?.refresh?.();
      },
      request: (change) => this.#sales.hearRequest(change),
      online: (isOnline) => {
        if (isOnline && !this.isOnline) {
          this.#sales.look();
          this.#countMessages();
          this.#prepare().then(() => this.#settleCoded(), () => {}); // no connection after all
        }
        this.isOnline = isOnline;
      },
      blocked: () => (this.isBlocked = true),
    });
    document.addEventListener('visibilitychange', () => this.#lookForWallet());
    await this.#lookForWallet();
  }

  /** The device's wallet may become somebody else's while the till is open. */
  async #lookForWallet() {
    this.canSpend = (await keptEnrolment('wallet'))?.account === this.member.client.account;
  }

  /** A till that several people share asks who is there after a while; what is open keeps it. */
  #watchIdle() {
    watchIdle({
      isOpen: () => this.#sales.isAnyOpen,
      isRead: () => this.screen === 'sale' && this.#sales.current.isPaid,
      mayLock: () => this.#staff.isShared && !this.#staff.isLocked,
      lock: () => this.#staff.lock(),
    });
    if (this.#staff.isLocked) {
      this.#open('staff');
    } else if (this.#staff.isShared) {
      SCREENS.staff().catch(() => {}); // there may be no connection when it is wanted
    }
  }

  #followStaff() {
    this.member = { ...this.member, ...this.#staff.who };
    if (this.isReady && this.#staff.isLocked && this.screen !== 'staff') {
      this.#open('staff');
    }
  }

  #served() {
    this.#sales.serve(this.#staff.client);
    this.#prepare().catch(() => {}); // no connection
    return this.#open('sale');
  }

  #letHear(/** @type {import('./sale.js').Sale} */ sale) {
    const said = this.#said(sale, 'paid', 'paid-by-code', 'refused', 'unproven', 'unreachable');
    if (said || sale === this.#sales.current) {
      this.said = said;
    }
    if (this.comforts.sounds) {
      this.#sounds.play(sale.state);
    }
    if (this.comforts.voice) {
      speak(said, this.words.language);
    }
  }

  /** What is needed once there is no connection: loaded and learned while there is one, after the sale can begin. */
  async #prepare() {
    if (this.#staff.people[0].rights === null) {
      await this.#staff.refresh(); // a cashier's till offers less
    }
    const { canCheckCodes, learnTillSecret } = await import('./till-code.js');
    await learnTillSecret(this.member.client);
    this.canCheckCodes = await canCheckCodes(this.member.client);
    this.canHandOut = (await this.member.client.handOuts()).handOuts.length > 0;
  }

  /** Tells of those that were paid by code what the journal says, but for the one that is seen. */
  async #settleCoded() {
    const { forgetCoded, settleCoded } = await import('./coded-sales.js');
    for (const { sale, isBooked } of await settleCoded(this.member.client, this.currency.logKey)) {
      const isTold = this.news.some(({ coded }) => coded === sale.id);
      if (!isTold && sale.id !== this.#sales.current.request?.id) {
        const amount = formatAmount(sale.amount, this.currency, this.words.locale);
        const text = this.words.t(isBooked ? 'till-code.booked' : 'till-code.not-booked', { amount });
        this.news = [...this.news, { text, isDone: isBooked, coded: sale.id }];
        if (isBooked) {
          await forgetCoded(sale.id);
        }
      }
    }
  }

  /** What is not in the books is said again by every page until somebody has seen it. */
  async #seen() {
    const read = this.news;
    const coded = read.flatMap(({ coded }) => coded ?? []);
    if (coded.length > 0) {
      const { forgetCoded } = await import('./coded-sales.js');
      await Promise.all(coded.map(forgetCoded));
    }
    this.news = this.news.filter((each) => !read.includes(each)); // gone from the screen is gone for good
  }

  #openOutbox() {
    this.#outbox = new Outbox(this.member.client, this.currency.logKey, 'till');
    this.#outbox.addEventListener('change', () => this.requestUpdate());
    this.#outbox.addEventListener('outcome', (event) => {
      const outcome = /** @type {CustomEvent<import('../kit/outbox.js').Outcome>} */ (event).detail;
      const isSeen =
        (this.screen === 'refund' && outcome.waiting.original === this.refunding.sale.order) ||
        (this.screen === 'hand-out' && this.#handingOut()?.shows(outcome.waiting));
      if (!isSeen) {
        this.news = [...this.news, { text: outcomeLine(outcome, this), isDone: outcome.end === 'done' }];
      }
    });
    this.#outbox.open();
  }

  #handingOut() {
    return /** @type {import('./hand-out-screen.js').HandOutScreen | null} */ (
      /** @type {unknown} */ (this.querySelector('om-hand-out-screen'))
    );
  }

  content() {
    if (!this.isReady) {
      return html`<main class="till">${this.member ? nothing : this.nobody()}</main>`;
    }
    const { current } = this.#sales;
    return html`
      ${this.#main()}
      <p class="visually-hidden" aria-live="polite">${this.#said(current, 'amount', 'waiting', 'offered', 'confirming', 'expired')}</p>
      <p class="visually-hidden" aria-live="assertive">${this.said}</p>
    `;
  }

  #main() {
    if (this.#staff.isLocked && this.screen !== 'staff') {
      return html`<main class="screen" tabindex="-1"></main>`; // until the module that asks who is there has come
    }
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
            .staff=${this.#staff}
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
            .account=${this.member.client.account}
            .comforts=${this.comforts}
            .currency=${this.currency}
            .words=${this.words}
            @changed=${({ detail }) => (this.comforts = detail)}
            @closed=${() => this.#open('sale')}
          ></om-comfort-screen>
        </main>`;
      case 'scan':
        return html`<main class="screen" tabindex="-1">
          <om-scan-screen
            .client=${this.member.client}
            .sale=${this.#sales.current}
            .currency=${this.currency}
            .words=${this.words}
            @closed=${() => this.#open('sale')}
          ></om-scan-screen>
        </main>`;
      case 'hand-out':
        return html`<main class="screen" tabindex="-1">
          <om-hand-out-screen
            .client=${this.member.client}
            .outbox=${this.#outbox}
            .currency=${this.currency}
            .words=${this.words}
            @closed=${() => this.#open('sale')}
          ></om-hand-out-screen>
        </main>`;
      case 'suppliers':
        return html`<main class="screen" tabindex="-1">
          <om-supplier-list
            .client=${this.member.client}
            .words=${this.words}
            .way=${this.canSpend ? 'wallet' : 'elsewhere'}
            @done=${() => this.#open('sale')}
          ></om-supplier-list>
        </main>`;
      case 'messages':
        return html`<main class="screen" tabindex="-1">
          <om-message-screen
            .client=${this.member.client}
            .words=${this.words}
            @read=${() => (this.unread = 0)}
            @done=${() => this.#open('sale')}
          ></om-message-screen>
        </main>`;
      case 'staff':
        return html`<main class="screen" tabindex="-1">
          <om-staff-screen
            .staff=${this.#staff}
            .currency=${this.currency}
            .words=${this.words}
            @served=${() => this.#served()}
            @closed=${() => this.#open('sale')}
          ></om-staff-screen>
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
      if (this.#staff.isLocked) {
        setTimeout(() => this.#open(screen), AGAIN_MILLISECONDS);
      }
      return;
    }
    this.screen = screen;
    await this.updateComplete;
    scrollTo(0, 0);
    if (screen !== 'refund' && screen !== 'staff') {
      this.querySelector('main').focus(); // the others put it where it is of use
    }
  }

  async #giveBack(/** @type {import('./day.js').Sale} */ sale) {
    const from = this.screen;
    this.refunding = { sale, from };
    await this.#open('refund');
  }

  #till() {
    const { current: sale, parked, canPark } = this.#sales;
    return html`
      <main class="till" tabindex="-1">
        <div class="who wide">
          <h1>${this.member.name}</h1>
          ${this.#who()}
          <p>${this.words.t(this.isBlocked ? 'till.blocked' : this.isOnline ? 'till.online' : 'till.offline')}</p>
          <button type="button" @click=${() => this.#open('day')}>${this.words.t('day.title')}</button>
        </div>
        ${this.#outbox.waiting.map((each) => html`<p class="waiting wide" role="status">${waitingLine(each, this)}</p>`)}
        ${this.#newsLines()}
        <div>
          <div class="sum">
            <span class="parts">${sale.added > 0 ? html`${this.#amount(sale.added)} +` : nothing}</span>
            <span class="amount">${this.#amount(sale.amount)}</span>
          </div>
          <om-sale-stage
            .state=${sale.state}
            .sale=${sale}
            .code=${sale.request?.code ?? null}
            .digits=${sale.isTypingCode ? `${sale.codeEntry.digits}` : null}
            .isOffered=${sale.isOffered}
            .canCheckCodes=${this.canCheckCodes}
            .wrong=${sale.codeEntry?.wrong ?? 0}
            .mayTry=${sale.codeEntry?.mayTry ?? true}
            .currency=${this.currency}
            .words=${this.words}
            .presets=${this.comforts.presets}
            @again=${() => this.#sales.edited.show()}
            @offline=${() => sale.showOffline()}
            @coded=${() => sale.beginCode()}
            @priced=${({ detail }) => this.#price(detail)}
          ></om-sale-stage>
        </div>
        <om-key-pad .words=${this.words} @press=${({ detail }) => this.#press(detail)}></om-key-pad>
        <om-sale-strip
          class="wide"
          .sales=${parked}
          .states=${parked.map(({ state }) => state).join()}
          .canPark=${canPark}
          .currency=${this.currency}
          .words=${this.words}
          @parked=${() => this.#sales.park()}
          @resumed=${({ detail }) => this.#sales.putBack(detail)}
        ></om-sale-strip>
        <om-latest-sales
          class="wide"
          .member=${this.member}
          .currency=${this.currency}
          .words=${this.words}
          @refund-asked=${({ detail }) => this.#giveBack(detail)}
        ></om-latest-sales>
        ${this.canHandOut ? this.#way('hand-out', 'till-hand-out.title') : nothing}
        ${this.#manages() ? this.#way('suppliers', 'supply.title') : nothing}
        ${this.#manages() ? this.#way('stickers', 'sticker.title') : nothing}
        ${this.#manages() ? this.#messages() : nothing}
        ${this.#manages() || !this.#staff.isShared ? this.#way('comforts', 'comfort.title') : nothing}
        ${this.canSpend && this.#staff.serving === this.#staff.people[0] ? html`<a class="wide" href="/wallet">${this.words.t('till.spend')}</a>` : nothing}
      </main>
    `;
  }

  /** As far as this till knows; the server knows. */
  #manages() {
    const { serving } = this.#staff;
    return serving.rights === null || isManager(serving);
  }

  #way(/** @type {Screen} */ screen, /** @type {string} */ text) {
    return html`<button type="button" class="wide" @click=${() => this.#open(screen)}>${this.words.t(text)}</button>`;
  }

  #messages() {
    const text =
      this.unread > 0
        ? this.words.t('wallet.messages-new', { count: this.words.number(this.unread) })
        : this.words.t('wallet.messages');
    return html`<button type="button" class="wide" @click=${() => this.#open('messages')}>${text}</button>`;
  }

  /** A message a moment late is counted when there is a connection again, or at the next visit. */
  async #countMessages() {
    try {
      this.unread = (await this.member.client.notices()).unread;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
    }
  }

  #who() {
    const { name } = this.#staff.serving;
    const label = name ? this.words.t('staff.change', { name }) : nothing;
    return html`<button type="button" aria-label=${label} @click=${() => this.#open('staff')}>
      ${name || this.words.t('staff.title')} <span aria-hidden="true">▾</span>
    </button>`;
  }

  #newsLines() {
    return html`<div class="news wide" aria-live="assertive">
      ${this.news.map(({ text }) => html`<p>${text}</p>`)}
      ${this.news.length > 0
        ? html`<button type="button" @click=${() => this.#seen()}>${this.words.t('outbox.seen')}</button>`
        : nothing}
    </div>`;
  }

  #amount(/** @type {number} */ amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }

  #said(/** @type {import('./sale.js').Sale} */ { state, amount, isOffered }, /** @type {string[]} */ ...states) {
    const what = state === 'waiting' && isOffered ? 'offered' : state;
    return states.includes(what)
      ? this.words.t(`till-said.${what}`, { amount: spokenAmount(amount, this.currency) })
      : '';
  }

  #price(/** @type {number} */ amount) {
    this.#sounds.unlock();
    this.#sales.edited.price(amount);
  }

  #press(/** @type {string} */ key) {
    this.#sounds.unlock();
    this.news = this.news.filter(({ isDone }) => !isDone); // what failed has to be seen
    const presses = { erase: 'erase', clear: 'clear', add: 'add', show: 'show' };
    const { current } = this.#sales;
    if (current.isTypingCode) {
      current.pressCode(key);
    } else if (key === 'scan') {
      this.#open('scan');
    } else if (presses[key]) {
      this.#sales.edited[presses[key]]();
    } else {
      this.#sales.edited.type(key);
    }
  }

  /** The list of sales that is on the screen. */
  #list() {
    return /** @type {{refresh?: () => void} | null} */ (
      /** @type {unknown} */ (this.querySelector('om-latest-sales, om-day-screen'))
    );
  }
}

customElements.define('om-till-app', TillApp);
