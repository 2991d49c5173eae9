// Words for who wants no more mail, which the page fetches when they are wanted.

export const texts = {
  'mail-stop.title': 'Geen mail meer?',
  'mail-stop.what': 'Dan stopt alle mail over deze rekening. Alleen over je veiligheid schrijven we nog.',
  'mail-stop.stop': 'Stop de mail',
  'mail-stop.stopped': 'De mail is gestopt.',
  'mail-stop.again': 'Toch weer mail? Kies dat bij Berichten in je portemonnee of kassa.',
  'mail-stop.broken': 'Deze link klopt niet. Open hem opnieuw vanuit de mail.',
  'mail-stop.no-answer': 'Geen antwoord van de server. Probeer het straks opnieuw.',
};
