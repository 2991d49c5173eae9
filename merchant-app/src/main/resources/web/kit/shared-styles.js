import { css } from 'lit';

/** What looks the same inside every element: links, focus, code, words for screen readers alone. */
export const sharedStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  a {
    color: var(--omloop-color-action);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  a:hover {
    text-decoration-thickness: 2px;
  }

  /* Two tones, so that one of them is visible on every ground. */
  :focus-visible {
    box-shadow: 0 0 0 6px var(--omloop-color-focus-outer);
    outline: 3px solid var(--omloop-color-focus-inner);
    outline-offset: 0;
  }

  code,
  pre {
    font-family: var(--omloop-font-family-code);
    font-size: 0.9375em;
  }

  .visually-hidden {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
