import { html, nothing } from 'lit';
import { followAccount } from '../kit/account-stream.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { MemberPage } from '../kit/member-page.js';
import { outcomeLine, waitingLine } from '../kit/outbox-lines.js';
import { Outbox } from '../kit/outbox.js';
import { readCode } from '../kit/payment-codes.js';
import { AccountFacts, isOrganisation } from './account-facts.js';
import { ComingKeys } from './coming-keys.js';
import { Offers } from './offers.js';
import { Payment } from './payment.js';
import './payment-screen.js';
import './wallet-home.js';

/** What stands beside home and paying, and is loaded when it is wanted. */
const SCREENS = {
  places: () => import('../kit/place-list.js'),
  suppliers: () => import('../kit/supplier-list.js'),
  devices: () => import('./device-list.js'),
  history: () => import('./history-screen.js'),
  receipt: () => import('./receipt-screen.js'),
  statement: () => import('./statement-screen.js'),
  redeem: () => import('./redeem-screen.js'),
  'top-up': () => import('./top-up-screen.js'),
  code: () => import('./code-screen.js'),
  ask: () => import('./ask-screen.js'),
  messages: () => import('../kit/message-screen.js'),
  neighbour: () => import('./neighbour-screen.js'),
};

/** Where it shows what a shop asks: at home, and where somebody shows the code by which they are asked. */
const ASKED_AT = ['home', 'code'];

/** Words about codes that lead nowhere here. @type {Record<string, string>} */
const HINTS = { foreign: 'scan.foreign', order: 'scan.order' };

/**
 * @typedef {object} Screen
 * @property {'home' | 'payment' | keyof typeof SCREENS} name
 * @property {any} [detail] a device's key, an entry, a month
 */

/** The wallet: what there is, what happened last, and paying. */
export class WalletApp extends MemberPage {
  static properties = {
    ...MemberPage.properties,
    screens: { state: true },
    hint: { state: true },
    news: { state: true },
    activeFrom: { state: true },
    unread: { state: true },
  };

  /** @type {Payment | null} */
  #payment = null;
  /** @type {Outbox | null} */
  #outbox = null;
  /** @type {AccountFacts | null} */
  #facts = null;
  /** @type {ComingKeys | null} */
  #coming = null;
  /** @type {Offers | null} */
  #offers = null;
  #isOnline = false;

  constructor() {
    super('wallet');
    /** Those that are open, the last of which is seen. @type {Screen[]} */
    this.screens = [{ name: 'home' }];
    /** Key of the words about the last code. */
    this.hint = '';
    /** What became of things that waited, in words. @type {string[]} */
    this.news = [];
    /** When this device's key begins, while it waits. @type {Date | null} */
    this.activeFrom = null;
    /** How many messages are new. */
    this.unread = 0;
  }

  async opened() {
    const { client } = this.member;
    this.#facts = new AccountFacts(client);
    this.#facts.addEventListener('change', () => this.requestUpdate());
    this.#openOutbox();
    this.#openOffers();
    followAccount(client, {
      entry: ({ kind }) => {
        this.#facts.refresh();
        this.#offers.refresh();
        this.#countMessages();
        if (kind.startsWith('key-')) {
          this.#coming.refresh();
        }
      },
      request: () => this.#offers.refresh(),
      online: (isOnline) => this.#online(isOnline),
      blocked: (problem) => this.#blocked(problem),
    });
    this.#coming = new ComingKeys(client);
    this.#coming.addEventListener('change', () => this.requestUpdate());
    this.#facts.refresh();
    this.#coming.refresh();
    this.#offers.refresh();
    this.#countMessages();
    this.#followAddress();
  }

  /** A message a moment late is counted at the next entry, or the next visit. */
  async #countMessages() {
    try {
      this.unread = (await this.member.client.notices()).unread;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
    }
  }

  /** Whoever opened a code's link is told what it is, also where it is none. */
  #followAddress() {
    const payee = /^#pay=([a-z0-9-]{1,40})$/.exec(location.hash)?.[1];
    if (payee) {
      this.#begin().openAccount(payee); // chosen in the till
      return;
    }
    const code = readCode(location.href, location.host);
    if (!this.#follow(code) && location.pathname !== '/wallet') {
      if (code.form === 'order') {
        this.hint = HINTS.order;
      } else {
        this.#begin().openUnreadable();
      }
    }
  }

  #blocked(/** @type {import('../kit/member-client.js').Problem} */ { name, body }) {
    if (name === 'key-waits') {
      this.activeFrom = new Date(body.activeFrom);
    } else {
      this.hint = 'payer-reason.key-revoked';
    }
  }

  /** What came meanwhile is not told again; and a key that had to wait sees the account from now on. */
  #online(/** @type {boolean} */ isOnline) {
    if (isOnline && !this.#isOnline) {
      this.#offers.refresh();
      this.#coming.refresh();
    }
    if (isOnline && this.activeFrom) {
      this.activeFrom = null;
      this.#facts.refresh();
    }
    this.#isOnline = isOnline;
  }

  /** What waits, in sentences. */
  #waiting() {
    const time = this.activeFrom && this.words.dateAndTime(this.activeFrom);
    return [
      ...(time ? [this.words.t('wallet.key-waits', { time })] : []),
      ...this.#outbox.waiting.map((each) => waitingLine(each, this)),
    ];
  }

  #openOffers() {
    this.#offers = new Offers(this.member.client, this.members);
    this.#offers.addEventListener('change', () => {
      if (this.#offers.shown.length > 0) {
        import('./offer-list.js').catch(() => {}); // there is no connection, and the next change tries again
      }
      this.requestUpdate();
    });
  }

  #openOutbox() {
    this.#outbox = new Outbox(this.member.client, this.currency.logKey, 'wallet');
    this.#outbox.addEventListener('change', () => this.requestUpdate());
    this.#outbox.addEventListener('outcome', (event) => {
      const outcome = /** @type {CustomEvent<import('../kit/outbox.js').Outcome>} */ (event).detail;
      if (!this.#isSeen(outcome.waiting)) {
        this.news = [...this.news, outcomeLine(outcome, this)];
      }
      this.#facts.refresh();
    });
    this.#outbox.open();
  }

  /** Whether its own screen tells what becomes of it. */
  #isSeen(/** @type {import('../kit/outbox.js').Waiting} */ { order }) {
    const redeeming = /** @type {{order: string} | null} */ (
      /** @type {unknown} */ (this.querySelector('om-redeem-screen'))
    );
    return order === this.#payment?.order || order === redeeming?.order;
  }

  content() {
    return html`<main class="wallet" tabindex="-1">
      ${this.member ? html`${this.#asked()} ${this.#screen()}` : this.nobody()}
    </main>`;
  }

  /** It is there before there is anything to say, and then it speaks. */
  #asked() {
    return ASKED_AT.includes(this.screens[this.screens.length - 1].name)
      ? html`<om-offer-list
          class="offers"
          aria-live="polite"
          .offers=${this.#offers.shown}
          .members=${this.members}
          .currency=${this.currency}
          .words=${this.words}
          @chosen=${({ detail: { request } }) => this.#begin().open(request.request)}
          @dismissed=${({ detail: offer }) => this.#dismiss(offer)}
        ></om-offer-list>`
      : nothing;
  }

  /** The button is gone by then, and with it where somebody was. */
  async #dismiss(/** @type {import('./offers.js').Offer} */ offer) {
    await this.#offers.dismiss(offer);
    await this.#turn();
  }

  #screen() {
    const { name, detail } = this.screens[this.screens.length - 1];
    switch (name) {
      case 'payment':
        return html`<om-payment-screen
          .state=${this.#payment.state}
          .payment=${this.#payment}
          .orderCode=${this.#payment.orderCode}
          .currency=${this.currency}
          .words=${this.words}
          @done=${() => this.#home()}
        ></om-payment-screen>`;
      case 'places':
        return html`<button type="button" @click=${() => this.#back()}>${this.words.t('wallet.back')}</button>
          <om-place-list .members=${this.members.all} .words=${this.words}></om-place-list>`;
      case 'suppliers':
        return html`<om-supplier-list
          .client=${this.member.client}
          .words=${this.words}
          @chosen=${({ detail: account }) => this.#begin().openAccount(account)}
          @places=${() => this.#open({ name: 'places' })}
          @done=${() => this.#back()}
        ></om-supplier-list>`;
      case 'devices':
        return html`<om-device-list
          .client=${this.member.client}
          .taken=${detail ?? ''}
          .words=${this.words}
          .currency=${this.currency}
          @scan=${() => this.#scan()}
          @done=${() => this.#home()}
        ></om-device-list>`;
      case 'history':
        return html`<om-history-screen
          .client=${this.member.client}
          .members=${this.members}
          .currency=${this.currency}
          .words=${this.words}
          @shown=${({ detail: entry }) => this.#open({ name: 'receipt', detail: entry })}
          @statement=${({ detail: month }) => this.#open({ name: 'statement', detail: month })}
          @done=${() => this.#back()}
        ></om-history-screen>`;
      case 'receipt':
        return html`<om-receipt-screen
          .entry=${detail}
          .client=${this.member.client}
          .members=${this.members}
          .currency=${this.currency}
          .words=${this.words}
          @done=${() => this.#back()}
        ></om-receipt-screen>`;
      case 'statement':
        return html`<om-statement-screen
          .month=${detail}
          .client=${this.member.client}
          .members=${this.members}
          .currency=${this.currency}
          .words=${this.words}
          @done=${() => this.#back()}
        ></om-statement-screen>`;
      case 'redeem':
        return html`<om-redeem-screen
          .available=${this.#facts.known?.available ?? 0}
          .outbox=${this.#outbox}
          .client=${this.member.client}
          .currency=${this.currency}
          .words=${this.words}
          .members=${this.members}
          @chosen=${({ detail: account }) => this.#begin().openAccount(account)}
          @places=${() => this.#open({ name: isOrganisation(this.#facts.known) ? 'suppliers' : 'places' })}
          @done=${() => this.#home()}
        ></om-redeem-screen>`;
      case 'top-up':
        return html`<om-top-up-screen
          .client=${this.member.client}
          .words=${this.words}
          @done=${() => this.#home()}
        ></om-top-up-screen>`;
      case 'code':
        return html`<om-code-screen
          .holder=${this.member.name}
          .client=${this.member.client}
          .words=${this.words}
          @done=${() => this.#home()}
        ></om-code-screen>`;
      case 'ask':
        return html`<om-ask-screen
          .holder=${this.member.name}
          .client=${this.member.client}
          .currency=${this.currency}
          .words=${this.words}
          @done=${() => this.#home()}
        ></om-ask-screen>`;
      case 'messages':
        return html`<om-message-screen
          .client=${this.member.client}
          .words=${this.words}
          @read=${() => (this.unread = 0)}
          @done=${() => this.#home()}
        ></om-message-screen>`;
      case 'neighbour':
        return html`<om-neighbour-screen
          .client=${this.member.client}
          .members=${this.members}
          .words=${this.words}
          @chosen=${({ detail: account }) => this.#begin().openAccount(account)}
          @scan=${() => this.#scan()}
          @done=${() => this.#home()}
        ></om-neighbour-screen>`;
      default:
        return html`<om-wallet-home
          .holder=${this.member.name}
          .account=${this.member.client.account}
          .facts=${this.#facts.known}
          .waiting=${this.#waiting()}
          .coming=${this.#coming.known}
          .members=${this.members}
          .currency=${this.currency}
          .words=${this.words}
          .hint=${this.hint}
          .news=${this.news}
          .unread=${this.unread}
          @seen=${() => (this.news = [])}
          @code=${({ detail: text }) => this.#scanned(text)}
          @asked=${({ detail: screen }) => this.#open(screen)}
        ></om-wallet-home>`;
    }
  }

  /** Opens a screen once its module is there. @param {Screen} screen */
  async #open(screen) {
    await SCREENS[screen.name]?.();
    this.hint = '';
    this.screens = [...this.screens, screen];
    await this.#turn();
  }

  #back() {
    this.screens = this.screens.slice(0, -1);
    return this.#turn();
  }

  /** Where reading goes on. */
  async #turn() {
    await this.updateComplete;
    scrollTo(0, 0);
    this.querySelector('main').focus();
  }

  /** Gives up what was begun. */
  async #home() {
    this.#payment?.leave();
    this.#payment = null;
    this.#outbox.flush();
    history.replaceState(null, '', '/wallet');
    this.#facts.refresh();
    this.#coming.refresh();
    this.#offers.refresh();
    this.screens = [{ name: 'home' }];
    await this.#turn();
  }

  async #scan() {
    await this.#home();
    /** @type {import('./wallet-home.js').WalletHome} */ (this.querySelector('om-wallet-home')).scan();
  }

  #scanned(/** @type {string} */ text) {
    const code = readCode(text, location.host);
    if (!this.#follow(code)) {
      this.hint = HINTS[code.form] ?? 'scan.no-code';
    }
  }

  /** @returns {boolean} whether a code leads anywhere */
  #follow(/** @type {ReturnType<typeof readCode>} */ code) {
    if (code.form === 'request') {
      this.#begin().open(code.id);
    } else if (code.form === 'offline') {
      this.#begin().openOffline(code.signed);
    } else if (code.form === 'sticker') {
      this.#begin().openSticker(code.id);
    } else if (code.form === 'device') {
      this.#open({ name: 'devices', detail: code.key });
    } else if (code.form === 'invitation') {
      location.assign(`/I/${code.id}`);
    } else {
      return false;
    }
    return true;
  }

  #begin() {
    this.#payment = new Payment(this.member.client, this.members, this.#outbox);
    this.#payment.addEventListener('change', () => this.requestUpdate());
    this.#open({ name: 'payment' });
    return this.#payment;
  }
}

customElements.define('om-wallet-app', WalletApp);
