/** The words of what there is to do. @type {Record<string, string>} */
export const texts = {
  'today.title': 'Wat er te doen is',
  'today.nothing': 'Er zijn geen aanmeldingen, bankregels of uitbetalingen. Kijk bij Bank of er een nieuw afschrift moet komen.',
  'today.since': 'Sinds {day}',
  'today.reserve': 'De reserve sluit niet: zoek uit waarom',
  'today.statement': 'Het laatste afschrift is oud: haal een nieuw afschrift op',
  'today.held': 'Afschriften die op een eerder afschrift wachten: {count}',
  'today.matched': 'Bankregels om bij te schrijven: {count}',
  'today.work': 'Bankregels om uit te zoeken: {count}',
  'today.debit': 'Van de bank af en nog niet geboekt: {count}',
  'today.payouts': 'Gevraagde uitbetalingen: {count}',
  'today.drafted': 'Lijsten voor de bank om na te kijken: {count}',
  'today.approved': 'Lijsten om naar de bank te brengen: {count}',
  'today.applications': 'Aanmeldingen: {count}',

  'bank-line.amount': 'Op de bank: {amount}',
  'bank-line.why': 'Met de hand gekozen: {reason}',
  'bank-line.from': 'Van {name}',
  'bank-line.on': 'Op de bank sinds {day}',
  'bank-line.gone': 'Deze bankregel wacht niet meer. Teken dit niet.',
};
