// The words on the screen. A language is one file in i18n/, and one line here and in a page's
// data-languages; first-paint.js has chosen before any module runs.

/** The languages there are, each in its own words. */
export const LANGUAGES = { nl: 'Nederlands', en: 'English' };

/** How numbers and dates are written, beside the language's own words. */
const LOCALES = { nl: 'nl-NL', en: 'en-GB' };

const RETRY_MILLISECONDS = 5000;

/**
 * One language's words, numbers and dates. Immutable.
 */
export class Words {
  #texts;

  /**
   * @param {string} language one of LANGUAGES
   * @param {Record<string, string>} texts key to text, with values in braces: 'Stand {size}'
   */
  constructor(language, texts) {
    this.language = language;
    this.locale = LOCALES[language];
    this.#texts = texts;
  }

  /**
   * The text of a key, its values filled in.
   *
   * @param {string} key such as 'figures.issued'
   * @param {Record<string, string | number>} [values] for the names in braces
   * @returns {string} the key itself if it has no text: seen at once, and a test forbids it
   */
  t(key, values = {}) {
    const text = this.#texts[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  }

  /**
   * The text of a key that may be newer than this page, such as a reason the server has learnt since.
   *
   * @param {string} key such as 'refusal.expired'
   * @param {string} fallback key of a text that takes {name}
   * @param {string} name what {name} stands for
   */
  known(key, fallback, name) {
    return key in this.#texts ? this.t(key) : this.t(fallback, { name });
  }

  /** @param {number} count a whole number, or one with digits behind the comma @param {number} [digits] how many of those */
  number(count, digits = 0) {
    return new Intl.NumberFormat(this.locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(count);
  }

  /** @param {number} share from 0 to 1 @param {number} [digits] behind the comma */
  percent(share, digits = 0) {
    return new Intl.NumberFormat(this.locale, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(share);
  }

  /** @param {Date} moment */
  time(moment) {
    return new Intl.DateTimeFormat(this.locale, { timeStyle: 'medium' }).format(moment);
  }

  /** A moment of lately, for lists: '25 nov 15:38'. @param {Date} moment */
  moment(moment) {
    const options = /** @type {const} */ ({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
    return new Intl.DateTimeFormat(this.locale, options).format(moment);
  }

  /** A month: 'november 2026'. @param {string} month such as '2026-11' */
  month(month) {
    const options = /** @type {const} */ ({ month: 'long', year: 'numeric', timeZone: 'UTC' });
    return new Intl.DateTimeFormat(this.locale, options).format(new Date(`${month}-01T00:00:00Z`));
  }

  /** A day: '30 november 2026'. @param {string} day such as '2026-11-30' */
  day(day) {
    const options = /** @type {const} */ ({ dateStyle: 'long', timeZone: 'UTC' });
    return new Intl.DateTimeFormat(this.locale, options).format(new Date(`${day}T00:00:00Z`));
  }

  /** @param {Date} moment */
  dateAndTime(moment) {
    const options = { dateStyle: /** @type {const} */ ('long'), timeStyle: /** @type {const} */ ('short') };
    return new Intl.DateTimeFormat(this.locale, options).format(moment);
  }
}

/**
 * Loads one language's words, and tries again for as long as the server does not give them.
 *
 * @param {string} language one of LANGUAGES
 * @param {...((language: string) => Promise<{texts: Record<string, string>}>)} own what a page has of its own
 * @returns {Promise<Words>}
 */
export async function loadWords(language, ...own) {
  const files = [(/** @type {string} */ spoken) => import(`./i18n/${spoken}.js`), ...own];
  const parts = await Promise.all(files.map((file) => untilGiven(() => file(language))));
  return new Words(language, Object.assign({}, ...parts.map(({ texts }) => texts)));
}

async function untilGiven(file) {
  for (;;) {
    try {
      return await file();
    } catch (cause) {
      if (!(cause instanceof TypeError)) {
        throw cause; // the file came, and is no module
      }
      await new Promise((resume) => setTimeout(resume, RETRY_MILLISECONDS));
    }
  }
}

/** A text as it is looked for, without capitals and accents: nobody types the é of "café". @param {string} text */
export function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
