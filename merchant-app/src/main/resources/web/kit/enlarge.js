// Shows a code as large as the screen is: for a customer across the counter, for eyes that see little.

import { css } from 'lit';

/** A code as a button. */
export const largeCode = css`
  .code {
    background: var(--omloop-color-code-light);
    border: 0;
    cursor: pointer;
    padding: 0;
  }

  .code om-qr-code {
    display: block;
  }

  .code:fullscreen {
    display: grid;
    inline-size: 100%;
    place-content: center;
  }

  .code:fullscreen om-qr-code {
    block-size: min(100vw, 100vh);
    inline-size: min(100vw, 100vh);
  }
`;

/** Makes a code as large as the screen, and small again. @param {Event} event on its button */
export function enlarge({ currentTarget }) {
  const code = /** @type {HTMLElement} */ (currentTarget);
  if (document.fullscreenElement) {
    document.exitFullscreen();
  } else {
    code.requestFullscreen?.().catch(() => {}); // not every browser has it, and the code can be seen
  }
}
