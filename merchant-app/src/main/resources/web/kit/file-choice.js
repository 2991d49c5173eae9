import { css } from 'lit';

/**
 * How a choice of a file looks. The browser's own button speaks the browser's language and not the page's, so the label is
 * the button, and the field is there for the keyboard and for screen readers.
 */
export const fileChoice = css`
  .file {
    align-items: center;
    border: 2px dashed var(--omloop-color-control-border);
    border-radius: var(--omloop-radius);
    cursor: pointer;
    display: grid;
    min-block-size: 56px;
    padding: var(--omloop-space-3) var(--omloop-space-4);
    position: relative;
  }

  .file:hover {
    background: var(--omloop-color-surface);
  }

  .file:focus-within {
    box-shadow: 0 0 0 6px var(--omloop-color-focus-outer);
    outline: 3px solid var(--omloop-color-focus-inner);
  }

  .file input {
    block-size: 100%;
    cursor: pointer;
    inline-size: 100%;
    inset: 0;
    opacity: 0;
    position: absolute;
  }
`;
