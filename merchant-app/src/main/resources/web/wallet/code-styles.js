import { css } from 'lit';
import { largeCode } from '../kit/enlarge.js';

/** How the wallet shows a code: as large as it may, and the whole screen after a tap. */
export const codeStyles = [
  largeCode,
  css`
    .code {
      inline-size: min(100%, 22rem);
      justify-self: center;
    }

    .letters {
      font-family: var(--omloop-font-family-code);
      font-size: var(--omloop-font-size-2);
      text-align: center;
    }

    .link {
      font-family: var(--omloop-font-family-code);
      font-size: 0.875rem;
      overflow-wrap: anywhere;
    }

    .strong {
      background: var(--omloop-color-action);
      border-color: var(--omloop-color-action);
      color: var(--omloop-color-on-action);
      font-weight: var(--omloop-font-weight-strong);
      min-block-size: 64px;
    }
  `,
];
