// Money by when it came in, or by what brought it.

/** All money, whenever it came in. */
export const ALL = 'all';

/**
 * The cohort that is shown where there is room for one: the one that was chosen, else all money, else the latest.
 *
 * @param {import('./report.js').Table} table
 * @param {import('./cell-text.js').View} view
 */
export function cohortShown(table, { cohort }) {
  const cohorts = table.values('cohort');
  return [cohort, ALL].find((each) => cohorts.includes(each)) ?? cohorts.at(-1);
}
