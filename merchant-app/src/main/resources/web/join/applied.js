// What an applicant keeps: the code by which what became of an application is read. It stays on this device and in a link.

import { DeviceStore } from '../kit/device-store.js';

const STORE = new DeviceStore('joining');
const KEPT = 'application';
const CODE = /^#([0-9A-HJKMNP-TV-Z]{26})$/i;

/** The code in an address, or else the one that this device has kept. @param {Location} location @returns {Promise<string>} empty for none */
export async function appliedCode(location) {
  return CODE.exec(location.hash)?.[1].toUpperCase() ?? (await STORE.get(KEPT)) ?? '';
}

/** @param {string} code */
export async function keepCode(code) {
  await STORE.put(KEPT, code);
}

export async function forgetCode() {
  await STORE.remove(KEPT);
}

/** The link to come back by: what stands behind # is told to no server. @param {string} code @param {Location} location */
export function linkOf(code, location) {
  return `${location.origin}/apply#${code}`;
}
