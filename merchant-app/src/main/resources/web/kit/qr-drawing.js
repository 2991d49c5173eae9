// Draws codes on this device. The drawer beside this file is compiled from Java when the app is built; it is fetched when
// it is first needed.

/**
 * @param {string} text ASCII
 * @returns {Promise<{size: number, path: string, text: string}>} for om-qr-code
 */
export async function drawCode(text) {
  const { draw } = await import('./qr-drawer.js');
  const drawn = draw(text);
  const end = drawn.indexOf(' ');
  return { size: Number(drawn.slice(0, end)), path: drawn.slice(end + 1), text };
}
