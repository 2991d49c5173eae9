// Money by when it came in.

const ALL = 'all';

/** The cohort that is shown where there is room for one: all money, else the latest. @param {import('./report.js').Table} table */
export function cohortShown(table) {
  const cohorts = table.values('cohort');
  return cohorts.includes(ALL) ? ALL : cohorts.at(-1);
}
