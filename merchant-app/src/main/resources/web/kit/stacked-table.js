import { css } from 'lit';

/**
 * A table whose rows become some lines each where the screen is too narrow for them beside each other. Its cells have
 * their column's name as data-label; and each part has its role, as a browser takes what is no longer laid out as a table
 * for none.
 */
export const stackedTable = css`
  @media screen and (max-width: 34rem) {
    table,
    tbody,
    tr {
      display: block;
    }

    thead {
      block-size: 1px;
      clip-path: inset(50%);
      display: block;
      inline-size: 1px;
      overflow: hidden;
      position: absolute;
      white-space: nowrap;
    }

    tr {
      border-block-end: 1px solid var(--omloop-color-rule);
      display: grid;
      gap: var(--omloop-space-1);
      padding-block: var(--omloop-space-2);
    }

    tbody th,
    td {
      border: 0;
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--omloop-space-3);
      justify-content: space-between;
      padding: 0 1px 0 0; /* what is for the ear alone stands behind an amount */
      text-align: start;
    }

    .none {
      display: none;
    }

    td::before {
      color: var(--omloop-color-text-muted);
      content: attr(data-label);
      content: attr(data-label) / ''; /* the ear has the column's head */
    }
  }
`;
