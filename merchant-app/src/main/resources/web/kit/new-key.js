import { LitElement, css, html, nothing } from 'lit';
import { DeviceKey, keyLetters } from './device-key.js';
import { DeviceStore } from './device-store.js';
import { NoAnswer } from './ledger-client.js';
import { MemberClient, Problem } from './member-client.js';
import './qr-code.js';
import { drawCode } from './qr-drawing.js';
import { sharedStyles } from './shared-styles.js';

const LOOK_MILLISECONDS = 2_000;
const WAIT_MILLISECONDS = 60_000;
const STORE = new DeviceStore('joining');

/** Its place in the store: one device shows one key at a time. */
const SHOWN = 'new-key';

/** The key that is shown is somebody's by now. */
export const forgetNewKey = () => STORE.remove(SHOWN);

/** The key is on the disk before anybody can take it: a page that is opened again shows the same. */
async function keptKey() {
  const kept = await STORE.get(SHOWN);
  if (kept) {
    return DeviceKey.of(kept);
  }
  const key = await DeviceKey.create();
  await STORE.put(SHOWN, key.pair);
  return key;
}

/**
 * A key that was made just now and waits to be taken by another device of the same account. What it shows is public.
 *
 * @fires enrolled - with {key, account, rights} as detail
 * @fires waits - with {key, account} as detail: operators have added it, and it begins later
 */
export class NewKey extends LitElement {
  static properties = {
    origin: {},
    words: { attribute: false },
    code: { state: true },
    letters: { state: true },
    copied: { state: true },
    trouble: { state: true },
    activeFrom: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--omloop-space-3);
        justify-items: center;
      }

      om-qr-code {
        block-size: 264px;
        inline-size: 264px;
      }

      p {
        margin: 0;
        text-align: center;
      }

      .letters {
        font-family: var(--omloop-font-family-code);
        font-size: var(--omloop-font-size-5);
        letter-spacing: 0.1em;
      }

      .link {
        font-family: var(--omloop-font-family-code);
        font-size: 0.875rem;
        overflow-wrap: anywhere;
      }

      button {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        cursor: pointer;
        font: inherit;
        min-block-size: 56px;
        padding-inline: var(--omloop-space-4);
      }
    `,
  ];

  #timer = 0;

  constructor() {
    super();
    this.origin = '';
    /** @type {import('./i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {{size: number, path: string, text: string} | undefined} */
    this.code = undefined;
    this.letters = '';
    /** Key of the words about the copy of the link. */
    this.copied = '';
    this.trouble = '';
    /** When the key begins, if operators added it. @type {Date | null} */
    this.activeFrom = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#make();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    if (this.trouble) {
      return html`<p role="alert">${this.words.t(this.trouble)}</p>`;
    }
    if (this.activeFrom) {
      return html`<p role="status">${this.words.t('device.waits', { time: this.words.dateAndTime(this.activeFrom) })}</p>
        <p>${this.words.t('device.may-close')}</p>`;
    }
    return this.code
      ? html`<om-qr-code .code=${this.code} .label=${this.words.t('device.code-label')}></om-qr-code>
          <p>${this.words.t('device.compare')}</p>
          <p class="letters">${this.letters}</p>
          <p>${this.words.t('device.link')}</p>
          <p class="link">${this.code.text}</p>
          <button type="button" @click=${() => this.#copy(this.code.text)}>${this.words.t('device.copy')}</button>
          <p role="status">${this.copied ? this.words.t(this.copied) : nothing}</p>
          <p role="status">${this.words.t('device.waiting')}</p>`
      : nothing;
  }

  async #copy(/** @type {string} */ link) {
    try {
      await navigator.clipboard.writeText(link); // absent over plain http from another machine
      this.copied = 'ask.copied';
    } catch {
      this.copied = 'device.copy-yourself';
    }
  }

  async #make() {
    let key;
    try {
      key = await keptKey();
    } catch {
      this.trouble = 'people.old-browser';
      return;
    }
    this.code = await drawCode(`${location.origin}/D/${await key.publicKey()}`);
    this.letters = keyLetters(key.id);
    this.#look(key);
  }

  /** Whether the key may sign in by now. */
  async #look(/** @type {DeviceKey} */ key) {
    try {
      const { account, rights } = await new MemberClient(this.origin, '', key, () => this.words.language).signIn();
      this.dispatchEvent(new CustomEvent('enrolled', { detail: { key, account, rights } }));
      return;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      if (cause instanceof Problem && cause.name === 'key-waits' && !this.activeFrom) {
        const { account, activeFrom } = cause.body;
        this.activeFrom = new Date(activeFrom);
        this.dispatchEvent(new CustomEvent('waits', { detail: { key, account } }));
      }
    }
    if (this.isConnected) {
      const pause = this.activeFrom ? WAIT_MILLISECONDS : LOOK_MILLISECONDS;
      this.#timer = setTimeout(() => this.#look(key), pause);
    }
  }
}

customElements.define('om-new-key', NewKey);
