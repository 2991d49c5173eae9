import { html } from 'lit';

/** The mark: money comes in, goes round, goes on. Takes its colour from the text around it. */
export const omloopMark = html`
  <svg viewBox="0 0 28 28" aria-hidden="true">
    <path d="M0 5H14a9 9 0 1 1-9 9a9 9 0 0 1 9-9M23 14V28" fill="none" stroke="currentColor" stroke-width="4" />
  </svg>
`;
