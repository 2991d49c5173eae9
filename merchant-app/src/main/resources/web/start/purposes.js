/**
 * What money leaves the circuit for, in the order in which pictures and tables show it.
 * Source: circulation.md, section 2; a purpose the server has learnt since comes after these.
 */
const ORDER = [
  'supplier',
  'wages',
  'premises',
  'housing',
  'energy',
  'taxes',
  'finance',
  'profit',
  'leaving',
  'fee',
  'other',
];

/**
 * The purposes that money has left for.
 *
 * @param {Record<string, number>} redeemedByPurpose in minor units
 * @returns {{purpose: string, amount: number}[]} in fixed order, without those at zero
 */
export function exitsInOrder(redeemedByPurpose) {
  const newer = Object.keys(redeemedByPurpose).filter((purpose) => !ORDER.includes(purpose)).sort();
  return [...ORDER, ...newer]
    .map((purpose) => ({ purpose, amount: redeemedByPurpose[purpose] ?? 0 }))
    .filter(({ amount }) => amount > 0);
}
