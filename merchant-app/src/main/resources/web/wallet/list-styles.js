import { css } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';

/** What the wallet's lists and their filters look like, on the screen and on paper. */
export const listStyles = [
  sharedStyles,
  css`
    :host {
      display: grid;
      gap: var(--omloop-space-4);
    }

    h1,
    h2,
    p,
    ul,
    dl,
    dd {
      margin: 0;
      padding: 0;
    }

    h1 {
      font-size: var(--omloop-font-size-3);
    }

    h2 {
      font-size: var(--omloop-font-size-2);
    }

    /* What speaks when there is something to say takes no room before. */
    p[role='alert']:empty {
      margin-block-end: calc(-1 * var(--omloop-space-4));
    }

    ul {
      list-style: none;
    }

    dl {
      display: grid;
      gap: var(--omloop-space-2);
    }

    li {
      border-block-start: 1px solid var(--omloop-color-rule);
    }

    .keep {
      display: grid;
      gap: var(--omloop-space-3);
    }

    .filters {
      display: grid;
      gap: var(--omloop-space-3);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    }

    label {
      display: grid;
      gap: var(--omloop-space-1);
    }

    input,
    select,
    button {
      background: var(--omloop-color-surface);
      border: 1px solid var(--omloop-color-control-border);
      border-radius: var(--omloop-radius);
      color: inherit;
      font: inherit;
      inline-size: 100%;
      min-block-size: 56px;
      min-inline-size: 0;
      padding-inline: var(--omloop-space-3);
    }

    button {
      cursor: pointer;
    }

    .row {
      align-items: center;
      background: transparent;
      border: 0;
      display: flex;
      gap: var(--omloop-space-3);
      justify-content: space-between;
      padding-inline: 0;
      text-align: start;
    }

    .row > span {
      display: grid;
    }

    .muted {
      color: var(--omloop-color-text-muted);
    }

    om-amount-text {
      white-space: nowrap;
    }

    .table {
      overflow-x: auto;
    }

    table {
      border-collapse: collapse;
      inline-size: 100%;
    }

    th,
    td {
      border-block-end: 1px solid var(--omloop-color-rule);
      font-variant-numeric: tabular-nums;
      overflow-wrap: normal;
      padding: var(--omloop-space-2);
      text-align: start;
    }

    .number {
      text-align: end;
    }

    @media print {
      button,
      .keep {
        display: none;
      }

      .table {
        overflow: visible;
      }
    }
  `,
];
