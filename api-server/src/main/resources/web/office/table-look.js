import { css } from 'lit';

/** How a table of the office looks where there is room for one. */
export const tableLook = css`
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }

  th,
  td {
    border-block-end: 1px solid var(--omloop-color-rule);
    overflow-wrap: break-word;
    padding: var(--omloop-space-2) var(--omloop-space-3) var(--omloop-space-2) 0;
    text-align: start;
    vertical-align: top;
  }

  @media screen and (max-width: 34rem) {
    th,
    td {
      overflow-wrap: anywhere;
    }

    td > span {
      min-inline-size: 0;
    }
  }

  tbody th {
    font-weight: var(--omloop-font-weight-strong);
  }

  p:empty {
    position: absolute;
  }

  summary {
    min-block-size: var(--omloop-target-size);
    padding-block: var(--omloop-space-3);
  }

  .alert {
    border-inline-start: 4px solid var(--omloop-color-refused);
    padding-inline-start: var(--omloop-space-3);
  }
`;
