import { css } from 'lit';

/** The picture of money's way: side by side where there is room, else one beneath the other. */
export const flowStyles = css`
  :host {
    container-type: inline-size;
    display: block;
  }

  .summary {
    font-size: var(--omloop-font-size-2);
    margin-block: 0 var(--omloop-space-8);
    max-inline-size: 40rem;
    text-wrap: pretty;
  }

  .nothing {
    color: var(--omloop-color-text-muted);
    margin-block: 0;
  }

  .picture {
    --ring-size: min(100%, 18rem);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    position: relative;
  }

  .streams {
    block-size: 100%;
    inline-size: 100%;
    inset: 0;
    overflow: visible;
    pointer-events: none;
    position: absolute;
  }

  .inside {
    fill: var(--omloop-flow-inside-color);
  }

  .outside {
    fill: var(--omloop-flow-outside-color);
    stroke: var(--omloop-flow-outside-color);
    stroke-width: 0.5; /* closes the seam to the ring */
  }

  .arrow {
    fill: none;
    stroke: var(--omloop-flow-pulse-color);
    stroke-width: 2;
  }

  /* Runs once each time the journal has grown: motion says that something is live. */
  .pulse {
    animation: round 3s ease-in-out both;
    fill: none;
    stroke: var(--omloop-flow-pulse-color);
    stroke-dasharray: 0.01 200;
    stroke-linecap: round;
    stroke-width: 8;
    visibility: hidden;
  }

  @keyframes round {
    from {
      stroke-dashoffset: 0;
      visibility: visible;
    }

    to {
      stroke-dashoffset: -100;
      visibility: hidden;
    }
  }

  .inlet,
  .stock,
  .passed-on,
  .gone {
    position: relative;
  }

  .inlet,
  .stock,
  .gone-total {
    display: flex;
    flex-direction: column;
  }

  .ring {
    aspect-ratio: 1;
    inline-size: var(--ring-size);
    justify-self: end;
    margin-block-start: var(--omloop-space-3);
  }

  .inlet om-amount-text,
  .stock om-amount-text,
  .gone-total om-amount-text {
    font-size: min(var(--omloop-font-size-3), 12cqi);
    font-weight: var(--omloop-font-weight-strong);
    line-height: 1.2;
  }

  .passed-on {
    display: flex;
    flex-direction: column;
    max-inline-size: 20rem;
    padding-block-start: var(--omloop-space-4);
    padding-inline-end: 64px;
    text-wrap: balance;
  }

  .times {
    font-size: min(var(--omloop-font-size-5), 20cqi);
    font-variant-numeric: tabular-nums;
    font-weight: var(--omloop-font-weight-strong);
    letter-spacing: -0.02em;
    line-height: 1;
    padding-block-end: var(--omloop-space-2);
    white-space: nowrap;
  }

  .gone {
    padding-block-start: var(--omloop-space-6);
    padding-inline-end: 64px;
  }

  a {
    color: var(--omloop-color-action);
    display: inline-block;
    min-block-size: var(--omloop-target-size);
    padding-block: var(--omloop-space-2);
  }

  .dot {
    font-size: var(--omloop-font-size-4);
    font-weight: var(--omloop-font-weight-strong);
    line-height: 1;
  }

  om-flow-table {
    display: block;
    margin-block-start: var(--omloop-space-6);
  }

  /* The text fits in the ring. */
  @container (min-width: 17rem) {
    .picture {
      grid-template-areas: 'inlet' 'ring' 'passed' 'gone';
    }

    .inlet {
      grid-area: inlet;
    }

    .ring,
    .stock {
      grid-area: ring;
    }

    .passed-on {
      grid-area: passed;
    }

    .gone {
      grid-area: gone;
    }

    .stock {
      align-items: center;
      align-self: center;
      inline-size: var(--ring-size);
      justify-self: end;
      line-height: 1.3;
      margin-block-start: var(--omloop-space-3);
      padding-inline: 5rem;
      text-align: center;
    }

    .stock om-amount-text {
      font-size: 1.125rem; /* millions fit in the ring */
    }
  }

  /* What has left fits beside the ring. */
  @container (min-width: 47rem) {
    .picture {
      --ring-size: 18rem;
      grid-template:
        'inlet ring gone' auto
        'passed passed gone' 1fr / minmax(9.5rem, 1fr) var(--ring-size) minmax(19rem, 3fr);
    }

    .inlet om-amount-text {
      font-size: var(--omloop-font-size-2);
    }

    .inlet {
      padding-block-start: calc(var(--ring-size) * 0.22 + var(--omloop-space-3));
    }

    .ring,
    .stock {
      margin-block-start: 0;
    }

    .gone {
      padding-block-start: calc(var(--ring-size) * 0.5 + 3rem);
      padding-inline: 3.5rem 0;
    }
  }

  @container (min-width: 60rem) {
    .picture {
      --ring-size: 24rem;
      grid-template-columns: minmax(11rem, 1fr) var(--ring-size) minmax(19rem, 3fr);
    }

    .inlet om-amount-text,
    .stock om-amount-text {
      font-size: var(--omloop-font-size-3);
    }

    .gone {
      padding-inline-start: 6rem;
    }
  }
`;
