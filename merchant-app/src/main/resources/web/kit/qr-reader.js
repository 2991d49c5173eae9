// Reads QR codes in pictures, for browsers that cannot do so themselves. The decoder beside this file is ZXing, compiled
// from Java when the app is built.

import { decode as decodePixels } from './qr-decoder.js';

let pictures = 0;

/** @param {ImageData} image @returns {string | null} */
export function decode({ width, height, data }) {
  return decodePixels(width, height, data, pictures++);
}
