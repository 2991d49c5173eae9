import { LitElement, css, html } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';

/** How many orders were refused, by reason, the most frequent first. */
export class RefusalList extends LitElement {
  static properties = {
    refusals: { attribute: false },
    words: { attribute: false },
  };

  static styles = [
    sharedStyles,
    css`
      table {
        border-collapse: collapse;
        inline-size: 100%;
      }

      caption {
        text-align: start;
      }

      th,
      td {
        border-block-start: 1px solid var(--omloop-color-rule);
        font-weight: var(--omloop-font-weight-normal);
        padding: var(--omloop-space-2) 0;
        text-align: start;
      }

      td {
        font-variant-numeric: tabular-nums;
        font-weight: var(--omloop-font-weight-strong);
        padding-inline-start: var(--omloop-space-4);
        text-align: end;
        white-space: nowrap;
      }

      p {
        color: var(--omloop-color-text-muted);
        margin: 0;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Record<string, number>} reason to count */
    this.refusals = {};
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
  }

  render() {
    const rows = Object.entries(this.refusals)
      .filter(([, count]) => count > 0)
      .sort(([one, few], [other, many]) => many - few || one.localeCompare(other));
    if (rows.length === 0) {
      return html`<p>${this.words.t('refusals.none')}</p>`;
    }
    return html`
      <table>
        <caption class="visually-hidden">
          ${this.words.t('refusals.title')}
        </caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">${this.words.t('refusals.column-reason')}</th>
            <th scope="col">${this.words.t('refusals.column-count')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([reason, count]) => html`
              <tr>
                <th scope="row">${this.words.known(`refusal.${reason}`, 'refusal.unknown', reason)}</th>
                <td>${this.words.number(count)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }
}

customElements.define('om-refusal-list', RefusalList);
