import { css } from 'lit';

/** How the city's tables look: figures in line, what is hidden hatched, wide ones in a region that scrolls. */
export const tableStyles = css`
  .scroller {
    overflow: auto hidden;
    position: relative; /* what is for the ear alone stays in here */
  }

  table {
    border-collapse: collapse;
    inline-size: 100%;
  }

  caption {
    color: var(--omloop-color-text-muted);
    padding-block-end: var(--omloop-space-2);
    text-align: start;
  }

  th,
  td {
    border-block-end: 1px solid var(--omloop-color-rule);
    font-variant-numeric: tabular-nums;
    font-weight: var(--omloop-font-weight-normal);
    overflow-wrap: normal;
    padding: var(--omloop-space-2) var(--omloop-space-3) var(--omloop-space-2) 0;
    text-align: start;
    vertical-align: baseline;
  }

  thead th {
    color: var(--omloop-color-text-muted);
    vertical-align: bottom;
  }

  .figure {
    padding-inline: var(--omloop-space-3) 0;
    text-align: end;
    white-space: nowrap;
  }

  .figure + :not(.figure) {
    padding-inline-start: var(--omloop-space-4);
  }

  .hidden {
    background-image: repeating-linear-gradient(
      135deg,
      var(--omloop-color-rule) 0 2px,
      transparent 2px 7px
    );
  }

  .hidden .x {
    background: var(--omloop-color-ground);
    padding-inline: var(--omloop-space-1);
  }

  td button {
    background: none;
    border: 0;
    border-radius: var(--omloop-radius);
    color: var(--omloop-color-action);
    cursor: pointer;
    font: inherit;
    min-block-size: var(--omloop-target-size);
    min-inline-size: var(--omloop-target-size);
    padding-inline: var(--omloop-space-2);
    text-decoration: underline 1px;
    text-underline-offset: 0.2em;
  }

  @media print {
    .scroller {
      overflow: visible;
    }

    table {
      font-size: 0.75rem;
    }

    thead {
      display: table-header-group;
    }

    thead .figure {
      white-space: normal; /* paper does not scroll */
    }

    tr {
      break-inside: avoid;
    }

    th,
    td {
      padding-block: 1px;
    }

    .entries {
      display: none;
    }

    .hidden {
      background: var(--omloop-color-surface); /* hatching would be a picture in each cell of a PDF */
    }
  }
`;
