// A request that is whole in its code, to be checked without a connection: form C of experience.md, section 6. Its 104
// bytes are SignedRequest in ledger-core. They stand behind the address's #, which no browser sends to a server.

import { fromBase64Url, joined, toBase64Url } from './bytes.js';
import { drawCode } from './qr-drawing.js';

const TERMS_BYTES = 40;
const BYTES = 104;

/** How long the 104 bytes are in base64url. */
export const OFFLINE_LENGTH = 139;

/**
 * Signs terms and draws them.
 *
 * @param {Uint8Array} terms
 * @param {import('./device-key.js').DeviceKey} key that the terms name
 * @returns {Promise<{size: number, path: string, text: string}>}
 */
export async function drawOffline(terms, key) {
  const signed = joined(terms, await key.sign(terms));
  return drawCode(`${location.origin}/1#${toBase64Url(signed)}`);
}

/**
 * Takes a code's bytes apart.
 *
 * @param {string} text in base64url
 * @returns {{terms: string, signature: Uint8Array} | null} terms in base64url; null if it is no such text
 */
export function readOffline(text) {
  if (text.length !== OFFLINE_LENGTH || !/^[\w-]+$/.test(text)) {
    return null;
  }
  const bytes = fromBase64Url(text);
  const isWhole = bytes.length === BYTES && toBase64Url(bytes) === text;
  return isWhole
    ? { terms: toBase64Url(bytes.subarray(0, TERMS_BYTES)), signature: bytes.subarray(TERMS_BYTES) }
    : null;
}
