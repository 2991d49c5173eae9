import { css } from 'lit';

/** What the till's screens beside the sale have in common: their buttons, their rows, and how they look on paper. */
export const screenStyles = css`
  :host {
    display: block;
  }

  h1,
  h2 {
    font-size: var(--omloop-font-size-3);
    line-height: 1.2;
    margin: 0;
  }

  h2 {
    font-size: var(--omloop-font-size-2);
    margin-block-start: var(--omloop-space-4);
  }

  p {
    margin-block: var(--omloop-space-2);
  }

  button {
    background: transparent;
    border: 1px solid var(--omloop-color-control-border);
    border-radius: var(--omloop-radius);
    color: inherit;
    cursor: pointer;
    font: inherit;
    min-block-size: var(--omloop-target-size);
    padding-inline: var(--omloop-space-3);
  }

  button.strong {
    background: var(--omloop-color-action);
    color: var(--omloop-color-on-action);
  }

  button:disabled {
    background: var(--omloop-color-surface);
    color: var(--omloop-color-text-muted);
    cursor: default;
  }

  .bar {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--omloop-space-2);
    justify-content: space-between;
    margin-block: var(--omloop-space-3);
  }

  dl {
    margin: 0;
  }

  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--omloop-space-3);
    justify-content: space-between;
    padding-block: var(--omloop-space-1);
  }

  dd {
    font-variant-numeric: tabular-nums;
    margin: 0;
    overflow-wrap: anywhere;
    text-align: end;
  }

  .total {
    border-block-start: 2px solid currentcolor;
    font-size: var(--omloop-font-size-2);
    font-weight: var(--omloop-font-weight-strong);
  }

  @media print {
    .bar,
    nav,
    button {
      display: none;
    }
  }
`;
