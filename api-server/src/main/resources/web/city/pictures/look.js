// How pictures look: colours from the page's tokens, letters of the page's size.

/** Tokens whose names end otherwise than those of the page's own colours. */
const DRAWING = /^(chart|flow|heat)/;
const HEATS = [1, 2, 3].map((number) => `heat-${number}-background`);
const SERIES = [1, 2, 3, 4, 5, 6].map((number) => `chart-${number}`);

/**
 * @typedef {object} Look
 * @property {string} text
 * @property {string} muted
 * @property {string} rule
 * @property {string} ground
 * @property {string[]} series colours that can be told apart, also beside each other
 * @property {string[]} heats from little to much
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
    probe.style.color = `var(--omloop-${name}${DRAWING.test(name) ? '-color' : ''})`;
    return getComputedStyle(probe).color;
  };
  const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.875;
  return {
    text: colour('color-text'),
    muted: colour('color-text-muted'),
    rule: colour('color-rule'),
    ground: colour('color-ground'),
    series: SERIES.map(colour),
    heats: HEATS.map(colour),
    inside: colour('flow-inside'),
    outside: colour('flow-outside'),
    font: getComputedStyle(document.documentElement).fontFamily,
    letter,
    width,
    isNarrow: width < letter * 40,
  };
}

/** What all pictures have in common: nothing moves. @param {Look} look */
export function ground(look) {
  return {
    animation: false,
    color: look.series,
    textStyle: { fontFamily: look.font, fontSize: look.letter, color: look.text },
  };
}

/**
 * How a series is filled: hatching stands beside colour. The first is plain, so that the most important one is the calmest.
 *
 * @param {Look} look @param {number} at its place among the series
 */
export function filled(look, at) {
  return { color: look.series[at % look.series.length], decal: at === 0 ? undefined : hatch(look, at) };
}

/** Stripes over a plain ground. @param {string} color */
export function hatchOf(color) {
  return { color, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 };
}

function hatch({ ground: color }, at) {
  const stripes = (/** @type {number} */ rotation, /** @type {number} */ gap) => ({
    color,
    dashArrayX: [1, 0],
    dashArrayY: [2, gap],
    rotation,
  });
  const hatches = [
    stripes(Math.PI / 4, 7),
    stripes(-Math.PI / 4, 7),
    stripes(0, 6),
    { color, symbol: 'circle', dashArrayX: [[7, 7], [0, 7, 7, 0]], dashArrayY: [7, 0], symbolSize: 0.5 },
    stripes(Math.PI / 2, 6),
    stripes(Math.PI / 4, 3),
  ];
  const round = Math.floor(at / SERIES.length); // when colours come back they come with other hatching
  return hatches[(at - 1 + round) % hatches.length];
}

/** Letters of an axis or a legend. @param {Look} look */
export function small({ muted, letter, font }) {
  return { color: muted, fontSize: letter, fontFamily: font };
}

/** @param {Look} look @param {boolean} [isOfLines] whether it shows lines, else filled fields */
export function legend(look, isOfLines = false) {
  const size = isOfLines ? { itemWidth: look.letter * 2.4 } : { icon: 'rect', itemWidth: look.letter * 1.4 };
  return { ...size, bottom: 0, itemHeight: look.letter, textStyle: small(look), selectedMode: false };
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
