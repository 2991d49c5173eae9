import { LitElement, css, html, nothing } from 'lit';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';

/** Mail that did not arrive: to whom by account, never by address. */
export class MailFailures extends LitElement {
  static properties = {
    client: { attribute: false },
    members: { attribute: false },
    words: { attribute: false },
    failures: { state: true },
    waiting: { state: true },
    isLost: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--omloop-space-3);
        overflow-wrap: anywhere;
      }

      h2,
      p,
      ul {
        margin: 0;
        padding: 0;
      }

      h2 {
        font-size: var(--omloop-font-size-2);
      }

      ul {
        list-style: none;
      }

      li {
        border-block-start: 1px solid var(--omloop-color-rule);
        display: grid;
        padding-block: var(--omloop-space-3);
      }

      .muted {
        color: var(--omloop-color-text-muted);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {any[] | null} as the API has them; null until they are known */
    this.failures = null;
    /** How many wait for the mail server. */
    this.waiting = 0;
    this.isLost = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  async #read() {
    try {
      const { failures, waiting } = await this.client.ask('/v1/mail/failures');
      this.failures = failures;
      this.waiting = waiting;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.isLost = true;
    }
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h2>${t('messages.failures')}</h2>
      <p>${t('messages.failures-how')}</p>
      <p role="status">${this.#state()}</p>
      <ul>
        ${this.failures?.map((each) => this.#failure(each))}
      </ul>
    `;
  }

  #state() {
    const t = this.words.t.bind(this.words);
    if (this.isLost) {
      return t('messages.lost');
    }
    if (this.waiting > 0) {
      return t('messages.waiting', { count: this.words.number(this.waiting) });
    }
    return this.failures?.length === 0 ? t('messages.no-failures') : nothing;
  }

  #failure(/** @type {any} */ { recipient, kind, outcome, status, at }) {
    const t = this.words.t.bind(this.words);
    return html`<li>
      <span>${this.members.of(recipient)?.name ?? recipient}: ${this.words.known(`messages.${kind}`, 'messages.unknown', kind)}</span>
      <span>${status ? t(`messages.${outcome}-with`, { status }) : t('messages.given-up')}</span>
      <span class="muted">${this.words.dateAndTime(new Date(at))}</span>
    </li>`;
  }
}

customElements.define('om-mail-failures', MailFailures);
