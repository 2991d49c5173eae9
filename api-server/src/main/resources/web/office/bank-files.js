// Bank files that somebody brings together: in the order of what they state, whatever they are called.

const NUMBER_DIGITS = 18;

/** @param {File[]} files @returns {Promise<File[]>} the earliest first */
export async function inOrder(files) {
  const read = await Promise.all(files.map(async (file) => ({ file, place: placeOf(await file.text()) })));
  return read.sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0)).map(({ file }) => file);
}

/**
 * Where a statement stands among others, as a text that sorts: the day of its opening balance, then the bank's number. What
 * cannot be read comes first, and the server says what is wrong with it.
 *
 * @param {string} text camt.053 or MT940
 */
export function placeOf(text) {
  const swift = /:60[FM]:[CD](\d{2})(\d{2})(\d{2})/.exec(text);
  const day = swift ? `20${swift[1]}-${swift[2]}-${swift[3]}` : (/Bal>.*?>(\d{4}-\d{2}-\d{2})/s.exec(text)?.[1] ?? '');
  const number = (/ElctrncSeqNb>(\d+)</.exec(text) ?? /:28C:(\d+)/.exec(text))?.[1] ?? '';
  return `${day} ${number.padStart(NUMBER_DIGITS, '0')}`;
}
