// Words about what the circuit keeps of somebody, which the wallet fetches when they are wanted.

export const texts = {
  'own-data.title': 'What the circuit keeps of you',
  'own-data.how': 'All that is kept of you besides your entries: who you are, your bank accounts, your codes.',
  'own-data.pdf': 'Keep it to read (PDF)',
  'own-data.json': 'Keep it for a computer (JSON)',
  'own-data.kept': 'Kept on this device.',
};
