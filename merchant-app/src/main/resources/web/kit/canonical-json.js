// RFC 8785: members sorted by UTF-16 code units, no white space. Numbers are integers here, and JSON.stringify
// writes those and texts as the RFC asks, since it took them from the same standard.

/** @param {any} value @returns {string} */
export function canonicalJson(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const members = Object.keys(value)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
