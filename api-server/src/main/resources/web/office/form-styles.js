import { css } from 'lit';

/** How the office's forms and lists look. */
export const formStyles = css`
  :host,
  form,
  section,
  article {
    display: grid;
    gap: var(--omloop-space-4);
    grid-template-columns: minmax(0, 1fr);
    overflow-wrap: anywhere;
  }

  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }

  ul {
    list-style: none;
  }

  /* What speaks when there is something to say takes no room before. */
  p:empty {
    position: absolute;
  }

  li {
    grid-template-columns: minmax(0, 1fr);
    border-block-start: 1px solid var(--omloop-color-rule);
    display: grid;
    gap: var(--omloop-space-3);
    padding-block: var(--omloop-space-3);
  }

  label {
    display: grid;
    gap: var(--omloop-space-1);
    grid-template-columns: minmax(0, 1fr); /* a field for a date is wider than a narrow screen of large letters */
  }

  input,
  button {
    background: var(--omloop-color-surface);
    border: 1px solid var(--omloop-color-control-border);
    border-radius: var(--omloop-radius);
    color: inherit;
    font: inherit;
    min-block-size: 56px;
    padding-inline: var(--omloop-space-3);
  }

  input {
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 0;
  }

  button {
    cursor: pointer;
  }

  .strong {
    background: var(--omloop-color-action);
    border-color: var(--omloop-color-action);
    color: var(--omloop-color-on-action);
  }

  .grave {
    background: var(--omloop-color-refused);
    border-color: var(--omloop-color-refused);
    color: var(--omloop-color-on-state);
  }

  .muted {
    color: var(--omloop-color-text-muted);
  }

  .letters {
    font-family: var(--omloop-font-family-code);
    font-size: var(--omloop-font-size-4);
    letter-spacing: 0.1em;
  }

  pre {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--omloop-space-3);
  }
`;
