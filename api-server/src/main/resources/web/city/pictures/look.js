// How pictures look: colours from the page's tokens, letters of the page's size.

const SERIES = [1, 2, 3, 4, 5, 6].map((number) => `chart-${number}`);

/**
 * @typedef {object} Look
 * @property {string} text
 * @property {string} muted
 * @property {string} rule
 * @property {string} ground
 * @property {string[]} series colours that can be told apart, also beside each other
 * @property {string} inside of money in the circuit
 * @property {string} outside of money that has left it
 * @property {string} font
 * @property {number} letter size in pixels
 * @property {number} width of the picture in pixels
 * @property {boolean} isNarrow whether names have to stand above what they name
 */

/**
 * Reads the look that holds now. A custom property that names two colours is told apart only where it is used.
 *
 * @param {HTMLElement} probe an element of the page that shows nothing
 * @param {number} width of the picture in pixels
 * @returns {Look}
 */
export function lookOf(probe, width) {
  const colour = (/** @type {string} */ name) => {
    probe.style.color = `var(--omloop-${name}${name.startsWith('chart') || name.startsWith('flow') ? '-color' : ''})`;
    return getComputedStyle(probe).color;
  };
  const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.875;
  return {
    text: colour('color-text'),
    muted: colour('color-text-muted'),
    rule: colour('color-rule'),
    ground: colour('color-ground'),
    series: SERIES.map(colour),
    inside: colour('flow-inside'),
    outside: colour('flow-outside'),
    font: getComputedStyle(document.documentElement).fontFamily,
    letter,
    width,
    isNarrow: width < letter * 40,
  };
}

/** What all pictures have in common: nothing moves, and hatching stands beside colour. @param {Look} look */
export function ground(look) {
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: decals(look) } },
    color: look.series,
    textStyle: { fontFamily: look.font, fontSize: look.letter, color: look.text },
  };
}

/** The first series is plain, so that the most important one is the calmest. */
function decals({ ground: colour }) {
  const stripes = (/** @type {number} */ rotation, /** @type {number} */ gap) => ({
    color: colour,
    dashArrayX: [1, 0],
    dashArrayY: [2, gap],
    rotation,
  });
  const dots = (/** @type {number} */ gap) => ({
    color: colour,
    symbol: 'circle',
    dashArrayX: [[gap, gap], [0, gap, gap, 0]],
    dashArrayY: [gap, 0],
    symbolSize: 0.5,
  });
  const plain = { symbol: 'none', color: colour };
  return [plain, stripes(Math.PI / 4, 6), stripes(-Math.PI / 4, 6), stripes(0, 5), dots(7), stripes(Math.PI / 2, 5)];
}

/** Letters of an axis or a legend. @param {Look} look */
export function small({ muted, letter, font }) {
  return { color: muted, fontSize: letter, fontFamily: font };
}

/** @param {Look} look */
export function legend(look) {
  return { bottom: 0, icon: 'rect', itemWidth: look.letter * 1.4, itemHeight: look.letter, textStyle: small(look), selectedMode: false };
}

/** An axis of values with thin lines across the picture. @param {Look} look @param {(value: number) => string} text */
export function valueAxis(look, text) {
  return {
    type: 'value',
    axisLabel: { ...small(look), formatter: text, hideOverlap: true },
    splitLine: { lineStyle: { color: look.rule } },
    axisLine: { show: false },
    axisTick: { show: false },
  };
}
