import { css } from 'lit';

/** How the wallet shows a code: as large as it may, and the whole screen after a tap. */
export const codeStyles = css`
  .code {
    background: var(--omloop-color-code-light);
    border: 0;
    inline-size: min(100%, 22rem);
    justify-self: center;
    padding: 0;
  }

  .code:fullscreen {
    display: grid;
    inline-size: 100%;
    place-content: center;
  }

  .code:fullscreen om-qr-code {
    inline-size: min(100vw, 100vh);
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
`;

/** Shows a code as large as the screen is, and back. @param {Event} event on its button */
export function enlarge({ currentTarget }) {
  const code = /** @type {HTMLElement} */ (currentTarget);
  if (document.fullscreenElement) {
    document.exitFullscreen();
  } else {
    code.requestFullscreen?.().catch(() => {}); // not every browser has it, and the code can be seen
  }
}
