import { LitElement, css, html } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';

/** The journal's signed head, as the server shows it now. */
export class CheckpointCard extends LitElement {
  static properties = {
    checkpoint: { attribute: false },
    words: { attribute: false },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        display: block;
        padding: var(--omloop-space-6);
      }

      dl {
        display: grid;
        gap: var(--omloop-space-4);
        margin: 0 0 var(--omloop-space-2);
      }

      dt {
        color: var(--omloop-color-text-muted);
      }

      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }

      .size {
        font-size: var(--omloop-font-size-4);
        font-variant-numeric: tabular-nums;
        font-weight: var(--omloop-font-weight-strong);
        line-height: 1.2;
      }

      a {
        align-content: center;
        display: inline-block;
        min-block-size: var(--omloop-target-size);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/checkpoint-note.js').CheckpointNote | null} */
    this.checkpoint = null;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
  }

  render() {
    const t = this.words.t.bind(this.words);
    const { size, root, origin, signers } = this.checkpoint ?? {};
    return html`
      <dl>
        <div>
          <dt>${t('checkpoint.size')}</dt>
          <dd class="size">${size === undefined ? '…' : this.words.number(size)}</dd>
        </div>
        <div>
          <dt>${t('checkpoint.root')}</dt>
          <dd><code>${root ?? '…'}</code></dd>
        </div>
        <div>
          <dt>${t('checkpoint.origin')}</dt>
          <dd><code>${origin ?? '…'}</code></dd>
        </div>
        <div>
          <dt>${t('checkpoint.signers')}</dt>
          <dd>${signers ? signers.map((signer) => html`<code>${signer}</code> `) : '…'}</dd>
        </div>
      </dl>
      <a href="/log/checkpoint">${t('checkpoint.open')}</a>
    `;
  }
}

customElements.define('om-checkpoint-card', CheckpointCard);
