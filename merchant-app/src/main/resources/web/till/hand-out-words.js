/**
 * What became of the last one, in a sentence.
 *
 * @param {import('./hand-out.js').State} state
 * @param {[string, string] | null} why
 * @param {import('../kit/i18n.js').Words} words
 */
export function outcomeWords(state, why, words) {
  if (state !== 'refused' || !why) {
    return words.t(state === 'reading' ? 'wallet.reading' : `hand-out-state.${state}`);
  }
  const [key, name] = why;
  if (!name) {
    return words.t(key);
  }
  const said = words.t(`${key}.${name}`);
  return said === `${key}.${name}` ? words.known(`refusal.${name}`, `${key}.unknown`, name) : said;
}
