import { LitElement, css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';

/**
 * Whether the figures are of now. It speaks only when that changes: each new figure read aloud
 * would drown the page.
 */
export class ConnectionLine extends LitElement {
  static properties = {
    connection: {},
    heardAt: { attribute: false },
    words: { attribute: false },
    hasBeenLost: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }

      p {
        align-items: baseline;
        display: flex;
        gap: var(--omloop-space-2);
        margin: 0;
      }

      .live,
      .waiting {
        color: var(--omloop-color-text-muted);
        font-variant-numeric: tabular-nums;
      }

      .live::before {
        background: var(--omloop-color-action);
        block-size: 0.625rem;
        border-radius: 50%;
        content: '';
        flex: none;
        inline-size: 0.625rem;
      }

      .unreachable {
        background: var(--omloop-notice-waiting-background-color);
        border-radius: var(--omloop-radius);
        color: var(--omloop-notice-waiting-color);
        align-items: center;
        gap: var(--omloop-space-3);
        margin-block-start: var(--omloop-space-2);
        padding: var(--omloop-space-3) var(--omloop-space-4);
      }

      svg {
        flex: none;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {'waiting' | 'live' | 'unreachable'} */
    this.connection = 'waiting';
    /** @type {Date | null} */
    this.heardAt = null;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    this.hasBeenLost = false;
  }

  willUpdate() {
    this.hasBeenLost ||= this.connection === 'unreachable';
  }

  render() {
    return html`
      <div role="status">${this.connection === 'unreachable' ? this.#lost() : this.#regained()}</div>
      ${this.connection === 'unreachable' ? nothing : this.#time()}
    `;
  }

  #lost() {
    const text = this.heardAt
      ? this.words.t('connection.lost', { time: this.words.time(this.heardAt) })
      : this.words.t('connection.none');
    return html`<p class="unreachable">${warning} <span>${text}</span></p>`;
  }

  #regained() {
    return this.hasBeenLost && this.connection === 'live'
      ? html`<span class="visually-hidden">${this.words.t('connection.regained')}</span>`
      : nothing;
  }

  #time() {
    if (!this.heardAt) {
      return html`<p class="waiting">${this.words.t('connection.waiting')}</p>`;
    }
    const time = this.words.time(this.heardAt);
    return html`<p class="live">${this.words.t('connection.live', { time })}</p>`;
  }
}

const warning = html`
  <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <path d="M12 3.5 22 20.5H2Z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
    <path d="M12 9.5v5" stroke="currentColor" stroke-width="2" />
    <circle cx="12" cy="17.3" r="1.2" fill="currentColor" />
  </svg>
`;

customElements.define('om-connection-line', ConnectionLine);
