// Words about handing out, which the till fetches when they are wanted.

export const texts = {
  'till-hand-out.none': 'Er is nu niets uit te delen.',
  'till-hand-out.how': 'Scan de eigen code van de bewoner, op een telefoon of op papier.',
  'till-hand-out.give': 'Geef',
  'till-hand-out.given-here': 'Hier uitgedeeld: {count}',
  'hand-out-state.ready': 'Klaar om te scannen.',
  'hand-out-state.sending': 'Geven …',
  'hand-out-state.given': 'Gegeven',
  'hand-out-state.unknown': 'Getekend, nog geen antwoord. Scan deze persoon niet nog eens.',
  'hand-out-state.unproven': 'De server zegt dat het gegeven is, maar het bewijs klopt niet. Bel de kring.',
};
