import { css } from 'lit';

/** How a form of rules looks, beside the office's other forms. */
export const ruleFormLook = css`
  label {
    grid-template-columns: minmax(0, 1fr);
  }

  input,
  select {
    min-inline-size: 0;
  }

  select {
    background: var(--omloop-color-ground);
    border: 1px solid var(--omloop-color-control-border);
    border-radius: var(--omloop-radius);
    color: inherit;
    font: inherit;
    inline-size: 100%;
    min-block-size: 56px;
    padding-inline: var(--omloop-space-3);
  }

  input[type='file'] {
    padding-block: var(--omloop-space-3);
  }

  textarea {
    background: var(--omloop-color-surface);
    border: 1px solid var(--omloop-color-control-border);
    border-radius: var(--omloop-radius);
    box-sizing: border-box;
    color: inherit;
    font: inherit;
    inline-size: 100%;
    padding: var(--omloop-space-3);
    resize: vertical;
  }

  label + p {
    margin-block-start: calc(-1 * var(--omloop-space-3));
  }

  p:empty {
    position: absolute;
  }

  .wrong {
    border-inline-start: 4px solid var(--omloop-color-refused);
    padding-inline-start: var(--omloop-space-3);
  }

  h4 {
    font-size: var(--omloop-font-size-2);
    margin: 0;
  }
`;
