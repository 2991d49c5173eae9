import { LitElement, css, html } from 'lit';
import { sharedStyles } from './shared-styles.js';

/** How often a frame is looked at; a reading takes 5 to 40 ms. */
const LOOK_MILLISECONDS = 80;
const LARGEST_SIDE = 960;

/** After so many looks without a code the same one counts as new. */
const FORGET_LOOKS = 10;

const TROUBLES = { NotAllowedError: 'denied', NotFoundError: 'none', NotReadableError: 'busy' };

/**
 * Films a code and reads it.
 *
 * @fires code - with the text as detail, once each time a code is shown
 */
export class CodeScanner extends LitElement {
  static properties = { words: { attribute: false }, trouble: { state: true } };

  static styles = [
    sharedStyles,
    css`
      video {
        aspect-ratio: 1;
        background: var(--omloop-color-code-dark);
        border-radius: var(--omloop-radius);
        display: block;
        inline-size: 100%;
        object-fit: cover;
      }
    `,
  ];

  #film = /** @type {MediaStream | null} */ (null);
  #timer = 0;
  #last = '';
  #empty = 0;

  constructor() {
    super();
    /** @type {import('./i18n.js').Words | undefined} */
    this.words = undefined;
    this.trouble = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#film?.getTracks().forEach((track) => track.stop());
  }

  render() {
    return this.trouble
      ? html`<p role="alert">${this.words.t(`scan.${this.trouble}`)}</p>`
      : html`<video autoplay playsinline muted aria-label=${this.words.t('scan.film')}></video>`;
  }

  async #start() {
    try {
      const [film, read] = await Promise.all([
        navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: 1280 } }),
        reader(),
      ]);
      this.#film = film;
      await this.updateComplete;
      const video = /** @type {HTMLVideoElement} */ (this.renderRoot.querySelector('video'));
      video.srcObject = film;
      await video.play();
      this.#look(video, read);
    } catch (cause) {
      this.trouble = TROUBLES[/** @type {Error} */ (cause).name] ?? 'none';
    }
  }

  async #look(/** @type {HTMLVideoElement} */ video, /** @type {(image: ImageData) => Promise<string | null>} */ read) {
    const text = video.videoWidth > 0 ? await read(picture(video)) : null;
    this.#empty = text ? 0 : this.#empty + 1;
    if (this.#empty >= FORGET_LOOKS) {
      this.#last = ''; // it was taken away, and may be shown again
    }
    if (text && text !== this.#last) {
      this.#last = text;
      this.dispatchEvent(new CustomEvent('code', { detail: text }));
    }
    if (this.isConnected) {
      this.#timer = setTimeout(() => this.#look(video, read), LOOK_MILLISECONDS);
    }
  }
}

/** The middle of a frame. @param {HTMLVideoElement} video */
function picture(video) {
  const side = Math.min(video.videoWidth, video.videoHeight);
  const size = Math.min(side, LARGEST_SIDE);
  const canvas = new OffscreenCanvas(size, size);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
  const [x, y] = [(video.videoWidth - side) / 2, (video.videoHeight - side) / 2];
  context.drawImage(video, x, y, side, side, 0, 0, size, size);
  return context.getImageData(0, 0, size, size);
}

/**
 * The browser's own reader where it has one that reads QR codes, else ours, which is fetched when it is first needed.
 *
 * @returns {Promise<(image: ImageData) => Promise<string | null>>}
 */
async function reader() {
  const Native = /** @type {any} */ (globalThis).BarcodeDetector;
  const formats = Native ? await Native.getSupportedFormats().catch(() => []) : [];
  if (formats.includes('qr_code')) {
    const detector = new Native({ formats: ['qr_code'] });
    return async (image) => (await detector.detect(image))[0]?.rawValue ?? null;
  }
  const { decode } = await import('./qr-reader.js');
  return async (image) => decode(image);
}

customElements.define('om-code-scanner', CodeScanner);
