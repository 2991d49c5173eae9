// How this till is set: for the people at this counter, on this device, and nobody's business elsewhere.

import { DeviceStore } from '../kit/device-store.js';

const STORE = new DeviceStore('circuit');

/** How many prices have room on the stage. */
export const MOST_PRESETS = 6;

/**
 * @typedef {object} Comforts
 * @property {boolean} sounds
 * @property {boolean} voice
 * @property {boolean} large letters
 * @property {{text: string, amount: number}[]} presets what is sold often; amounts in minor units
 */

/** @param {string} account @returns {Promise<Comforts>} */
export async function keptComforts(account) {
  return { sounds: true, voice: false, large: false, presets: [], ...(await STORE.get(`till:${account}`)) };
}

/** @param {string} account @param {Comforts} comforts */
export async function keepComforts(account, comforts) {
  await STORE.put(`till:${account}`, comforts);
}

/** Sets the letters of the whole page. @param {boolean} isLarge */
export function setLetters(isLarge) {
  document.documentElement.toggleAttribute('data-large', isLarge);
}
