// Words about handing out, which the till fetches when they are wanted.

export const texts = {
  'till-hand-out.none': 'There is nothing to hand out now.',
  'till-hand-out.how': 'Scan the resident’s own code, on a phone or on paper.',
  'till-hand-out.give': 'Give',
  'till-hand-out.given-here': 'Given here: {count}',
  'hand-out-state.ready': 'Ready to scan.',
  'hand-out-state.sending': 'Giving …',
  'hand-out-state.given': 'Given',
  'hand-out-state.unknown': 'Signed, no answer yet. Do not scan this person again.',
  'hand-out-state.unproven': 'The server says it is given, but the proof is not right. Call the circuit.',
};
