// The picture of money's way as shapes: in from the left, round the ring, out past its right side. Widths are amounts, all on one scale, and they add up: what comes in
// is as wide as the ring and the way out together. No DOM.

/**
 * @typedef {object} FlowAmounts in minor units
 * @property {number} issued
 * @property {number} inside what is still in the circuit
 * @property {number} left what has left it
 *
 * @typedef {object} FlowPlaces in CSS pixels, from the picture's top left corner
 * @property {{x: number, y: number, size: number}} ring centre and outer size
 * @property {number} row height of the line that says how much has left
 * @property {number} edge where the branch ends: beside that line
 *
 * @typedef {object} FlowShapes path data
 * @property {string} inside what comes in and what is left of it in the ring, filled
 * @property {string} outside the branch of what has left, filled; empty where nothing has
 * @property {string} way the middle of the stream: in and once round, for something to run along
 * @property {{x: number, y: number, angle: number}[]} arrows where the stream says which way it
 *     goes, in degrees from pointing right; none where it is too thin to carry one
 * @property {number} enlarged how much larger than at a desk its marks should be
 */

const ISSUED_WIDTH = 0.22; // of the ring's size, as in flow-styles.js
const BEND = 14;
const HAIRLINE = 1.5;
const BORDER = 4;
const NARROWEST_FOR_ARROWS = 16;

/**
 * @param {FlowAmounts} amounts
 * @param {FlowPlaces} places
 * @returns {FlowShapes}
 */
export function flowShapes(amounts, places) {
  const { x, y, size } = places.ring;
  const enlarged = Math.max(1, size / 384); // on a wall
  const scale = (size * ISSUED_WIDTH) / amounts.issued;
  const out = amounts.left * scale;
  const stays = amounts.inside * scale;
  const outer = size / 2 - out;
  const inner = outer - stays;
  return {
    inside: [ring(x, y, outer, inner), inlet(x, y, outer, out, stays)].join(''),
    outside: amounts.left > 0 ? branch(out, places, x + outer, y + BORDER) : '',
    way: way(x, y, outer - stays / 2),
    arrows: stays < NARROWEST_FOR_ARROWS ? [] : arrows(x, y, outer - stays / 2, out),
    enlarged,
  };
}

/** The ring, with its hole cut out by going round the other way. */
function ring(x, y, outer, inner) {
  const circle = (radius, sweep) =>
    `M${x} ${y - radius}A${radius} ${radius} 0 1 ${sweep} ${x} ${y + radius}` +
    `A${radius} ${radius} 0 1 ${sweep} ${x} ${y - radius}Z`;
  return circle(outer, 1) + circle(inner, 0);
}

/** The band from the left edge, and the part of it that follows the ring a quarter and will leave. */
function inlet(x, y, outer, out, stays) {
  const top = y - outer - out;
  const far = outer + out;
  const near = outer - stays / 2; // laps over the ring, so that no seam shows between the two
  return (
    `M0 ${top}H${x}A${far} ${far} 0 0 1 ${x + far} ${y}H${x + near}` +
    `A${near} ${near} 0 0 0 ${x} ${y - near}V${y - outer + stays}H0Z`
  );
}

/** Down from the ring along its outer side, then off towards the line. */
function branch(out, { edge, row }, ring, top) {
  const isToTheRight = edge > ring;
  const turn = isToTheRight ? 1 : -1;
  const width = Math.max(out, HAIRLINE);
  const side = isToTheRight ? ring + out : ring;
  const sweep = isToTheRight ? 0 : 1;
  const upper = row - width / 2;
  const lower = row + width / 2;
  const far = side - turn * width;
  return (
    `M${far} ${top}H${side}V${upper - BEND}` +
    `A${BEND} ${BEND} 0 0 ${sweep} ${side + turn * BEND} ${upper}H${edge}V${lower}H${side + turn * BEND}` +
    `A${BEND + width} ${BEND + width} 0 0 ${1 - sweep} ${far} ${upper - BEND}Z`
  );
}

/** What comes in has its arrow in the middle of the whole band, of which a part will leave. */
function arrows(x, y, radius, out) {
  return [
    { x: x - radius - 12, y: y - radius - out / 2, angle: 0 },
    { x: x + radius, y, angle: 90 },
    { x, y: y + radius, angle: 180 },
    { x: x - radius, y, angle: 270 },
  ];
}

function way(x, y, radius) {
  return (
    `M0 ${y - radius}H${x}A${radius} ${radius} 0 1 1 ${x} ${y + radius}` +
    `A${radius} ${radius} 0 1 1 ${x} ${y - radius}`
  );
}
