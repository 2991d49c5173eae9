// What stands in a code (experience.md, section 6). Only codes of the host this page came from are ours.

import { readOffline } from './offline-request.js';
import { isStickerId } from './sticker-id.js';

const CROCKFORD = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const ORDER = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const PUBLIC_KEY = /^[\w-]{43}$/;

/**
 * Reads a code's text.
 *
 * @param {string} text as scanned or typed
 * @param {string} host of this page, with its port
 * @returns {{form: 'request', id: string} | {form: 'invitation', id: string} |
 *     {form: 'sticker', id: string} | {form: 'device', key: string} | {form: 'offline', signed: string} |
 *     {form: 'order', signed: string} | {form: 'foreign'} | {form: 'none'}} device: another device's public key; offline:
 *     a request that is whole in its code, in base64url; order: a payer's, to be sent for them; foreign: an address
 *     elsewhere
 */
export function readCode(text, host) {
  const whole = /^https?:\/\/([^/?#\s\\@]{1,100})\/([1O])#([\w.-]{1,1500})$/.exec(text.trim());
  if (whole) {
    return host.toLowerCase() === whole[1].toLowerCase() ? readWhole(whole[2], whole[3]) : { form: 'foreign' };
  }
  const address = /^https?:\/\/([^/?#\s\\@]{1,100})\/([A-Z])\/([\w-]{1,43})$/i.exec(text.trim());
  if (!address) {
    return { form: /^[a-z]+:/i.test(text) ? 'foreign' : 'none' };
  }
  const [, place, form, value] = address;
  if (place.toLowerCase() !== host.toLowerCase()) {
    return { form: 'foreign' };
  }
  switch (form.toUpperCase()) {
    case 'B':
      return named('request', value);
    case 'I':
      return named('invitation', value);
    case 'P':
      return isStickerId(readSymbols(value)) ? { form: 'sticker', id: readSymbols(value) } : { form: 'none' };
    case 'D':
      return PUBLIC_KEY.test(value) ? { form: 'device', key: value } : { form: 'none' };
    default:
      return { form: 'none' };
  }
}

/** What needs no server to be read. @returns {{form: 'offline' | 'order', signed: string} | {form: 'none'}} */
function readWhole(/** @type {string} */ form, /** @type {string} */ signed) {
  if (form === '1') {
    return readOffline(signed) ? { form: 'offline', signed } : { form: 'none' };
  }
  return ORDER.test(signed) ? { form: 'order', signed } : { form: 'none' };
}

/** @param {'request' | 'invitation'} form @param {string} value @returns {{form: any, id: string} | {form: 'none'}} */
function named(form, value) {
  const id = readSymbols(value);
  return CROCKFORD.test(id) ? { form, id } : { form: 'none' };
}

/** Crockford's symbols as people write them: in either case, in groups, O for 0, I and L for 1. @param {string} text */
export function readSymbols(text) {
  return text.replaceAll(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
