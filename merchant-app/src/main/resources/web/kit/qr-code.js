import { LitElement, css, html, svg } from 'lit';

/** The white that a code needs around it, in modules (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code, black on white in every theme: readers expect that. */
export class QrCode extends LitElement {
  static properties = { code: { attribute: false }, label: {} };

  static styles = css`
    svg {
      background: var(--omloop-color-code-light);
      block-size: 100%;
      display: block;
      fill: var(--omloop-color-code-dark);
      inline-size: 100%;
      shape-rendering: crispEdges;
    }
  `;

  constructor() {
    super();
    /** @type {{size: number, path: string, text: string} | undefined} */
    this.code = undefined;
    this.label = '';
  }

  render() {
    const side = this.code.size + 2 * QUIET;
    return html`<svg viewBox="${-QUIET} ${-QUIET} ${side} ${side}" role="img" aria-label=${this.label}>
      ${svg`<path d=${this.code.path}></path>`}
    </svg>`;
  }
}

customElements.define('om-qr-code', QrCode);
