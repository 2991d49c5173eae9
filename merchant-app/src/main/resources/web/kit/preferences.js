// What this browser remembers of its user: the look and the language, and nothing else. Where
// storage is switched off a choice holds for this visit; first-paint.js reads it on the next.

/** @typedef {'theme' | 'language'} Preference */

/** @param {Preference} name @returns {string | null} */
export function remembered(name) {
  try {
    return localStorage.getItem(`omloop.${name}`);
  } catch {
    return null;
  }
}

/** @param {Preference} name @param {string | null} value null forgets */
export function remember(name, value) {
  try {
    if (value === null) {
      localStorage.removeItem(`omloop.${name}`);
    } else {
      localStorage.setItem(`omloop.${name}`, value);
    }
  } catch {
    // Nothing is lost but the memory of it.
  }
}
