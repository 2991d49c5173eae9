// Words about what the circuit keeps of somebody, which the wallet fetches when they are wanted.

export const texts = {
  'own-data.title': 'Wat de kring van je bewaart',
  'own-data.how': 'Alles wat we buiten je boekingen bewaren. Wie je bent, je bankrekeningen, je codes.',
  'own-data.pdf': 'Bewaar om te lezen (PDF)',
  'own-data.json': 'Bewaar voor een computer (JSON)',
  'own-data.kept': 'Bewaard op dit toestel.',
};
