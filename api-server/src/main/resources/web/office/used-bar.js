import { css, html, svg } from 'lit';

const LENGTH = 1000;

/** How a bar looks. */
export const barLook = css`
  .bar {
    block-size: 1.25rem;
    display: block;
    inline-size: 100%;
  }

  .bar .whole {
    fill: var(--omloop-color-rule);
  }

  .bar .used {
    fill: var(--omloop-color-action);
  }

  .bar .far {
    fill: var(--omloop-color-refused);
  }

  .bar line {
    stroke: var(--omloop-color-text);
    stroke-width: 4;
  }
`;

/**
 * How much of something is used, as a bar. What it shows stands in a table beside it.
 *
 * @param {number} share of the whole, 0 and up; more than all is drawn as all
 * @param {string} label what it says, for who cannot see it
 * @param {number[]} [marks] shares to mark; from the first on it is drawn as a warning
 */
export const usedBar = (share, label, marks = []) => html`<svg
  class="bar"
  role="img"
  aria-label=${label}
  viewBox="0 0 ${LENGTH} 20"
  preserveAspectRatio="none"
>
  <rect class="whole" width=${LENGTH} height="20"></rect>
  <rect class=${marks.length > 0 && share >= marks[0] ? 'far' : 'used'} width=${Math.round(Math.min(1, Math.max(0, share)) * LENGTH)} height="20"></rect>
  ${marks.filter((mark) => mark < 1).map((mark) => svg`<line x1=${mark * LENGTH} x2=${mark * LENGTH} y1="0" y2="20"></line>`)}
</svg>`;
