/** The words of what there is to do. @type {Record<string, string>} */
export const texts = {
  'today.title': 'What there is to do',
  'today.nothing': 'There are no applications, bank lines or payouts. See under Bank whether a new statement is due.',
  'today.since': 'Since {day}',
  'today.reserve': 'The reserve does not close: find out why',
  'today.statement': 'The last statement is old: fetch a new one',
  'today.held': 'Statements that wait for an earlier one: {count}',
  'today.matched': 'Bank lines to issue: {count}',
  'today.work': 'Bank lines to look into: {count}',
  'today.debit': 'Gone from the bank and not booked yet: {count}',
  'today.payouts': 'Payouts asked for: {count}',
  'today.drafted': 'Lists for the bank to look at: {count}',
  'today.approved': 'Lists to bring to the bank: {count}',
  'today.applications': 'Applications: {count}',

  'bank-line.amount': 'At the bank: {amount}',
  'bank-line.why': 'Chosen by hand: {reason}',
  'bank-line.from': 'From {name}',
  'bank-line.on': 'At the bank since {day}',
  'bank-line.gone': 'This bank line no longer waits. Do not sign this.',
};
