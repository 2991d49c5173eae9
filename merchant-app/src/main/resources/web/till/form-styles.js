import { css } from 'lit';

/** Fields to fill in, one under another. */
export const formStyles = css`
  form {
    display: grid;
    gap: var(--omloop-space-3);
  }

  form > label {
    display: grid;
    gap: var(--omloop-space-1);
  }

  input:not([type='checkbox']) {
    background: var(--omloop-color-surface);
    border: 1px solid var(--omloop-color-control-border);
    border-radius: var(--omloop-radius);
    color: inherit;
    font: inherit;
    inline-size: 100%;
    min-block-size: 56px;
    padding-inline: var(--omloop-space-3);
  }

  form > .switch {
    align-items: center;
    display: flex;
    gap: var(--omloop-space-3);
    min-block-size: 56px;
  }

  .switch input {
    accent-color: var(--omloop-color-action);
    block-size: 28px;
    flex: none;
    inline-size: 28px;
  }

  form button {
    min-block-size: 56px;
  }

  .fault {
    font-weight: var(--omloop-font-weight-strong);
  }
`;
