// What stands in a code (experience.md, section 6). Only codes of the host this page came from are ours.

const CROCKFORD = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/**
 * Reads a code's text.
 *
 * @param {string} text as scanned or typed
 * @param {string} host of this page, with its port
 * @returns {{form: 'request', id: string} | {form: 'foreign'} | {form: 'none'}} foreign: an address elsewhere
 */
export function readCode(text, host) {
  const address = /^https?:\/\/([^/?#\s\\@]{1,100})\/([A-Z])\/([0-9A-Z]{1,40})$/i.exec(text.trim());
  if (!address) {
    return { form: /^[a-z]+:/i.test(text) ? 'foreign' : 'none' };
  }
  if (address[1].toLowerCase() !== host.toLowerCase()) {
    return { form: 'foreign' };
  }
  const id = address[3].toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return address[2].toUpperCase() === 'B' && CROCKFORD.test(id) ? { form: 'request', id } : { form: 'none' };
}
